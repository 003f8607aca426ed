"""YAML sai cú pháp.

Vì sao: máy không đọc được tệp thì mọi dữ kiện trong tệp đều mất. Lỗi hay gặp: thụt dòng lệch, dấu hai chấm trong câu
không đặt trong dấu nháy.

Ví dụ sai:

    # terms/x.yaml
    note: lưu ý: có hai cách hiểu

Ví dụ đúng:

    # terms/x.yaml
    note: 'lưu ý: có hai cách hiểu'
"""

CODE = "SRC03"

"""Trường không có trong bảng trường.

Vì sao: trường viết sai tên không được ai đọc, mà người gõ vẫn tưởng đã ghi.

Ví dụ sai:

    # terms/x.yaml
    ghi_chu: viết tắt của ngành

Ví dụ đúng:

    # terms/x.yaml
    note: viết tắt của ngành
"""

CODE = "FLD02"

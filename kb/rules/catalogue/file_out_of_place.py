"""Tệp nằm ngoài các thư mục bản ghi.

Vì sao: thư mục cho biết loại bản ghi; tệp ở chỗ khác sẽ không được đọc.

Ví dụ sai:

    # ghi-chu/x.yaml (cả tệp)
    id: x

Ví dụ đúng:

    # terms/x.yaml
    id: x
"""

CODE = "SRC09"

"""Mã đã dùng ở tệp khác.

Vì sao: hai bản ghi cùng mã tranh nhau một địa chỉ trang, và nơi nhắc mã ấy không biết là bản ghi nào.

Ví dụ sai:

    # programmes/tt-1.yaml
    name: Chương trình Một

Ví dụ đúng:

    # programmes/chuong-trinh-1.yaml
    name: Chương trình Một
"""

CODE = "IDN02"

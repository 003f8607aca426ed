"""Mã khác tên tệp.

Vì sao: mã là tên tệp và địa chỉ trang; khác nhau thì không tìm được tệp từ trang.

Ví dụ sai:

    # documents/tt-9.yaml
    id: tt-8

Ví dụ đúng:

    # documents/tt-9.yaml
    id: tt-9
"""

CODE = "IDN01"

"""Tệp không phải UTF-8.

Vì sao: chữ gõ theo bảng mã cũ (TCVN3, VNI) hoặc lưu ở dạng UTF-16 sẽ hiện sai ở máy khác; cả kho dùng một bảng mã.

Ví dụ sai:

    # terms/x.yaml (mã hóa utf-16)
    expansion: an ninh trật tự

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh trật tự
"""

CODE = "SRC01"

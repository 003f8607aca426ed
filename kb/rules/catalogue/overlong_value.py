"""Giá trị dài quá mức.

Vì sao: mã là địa chỉ trang và tên tệp; mã dài hơn 80 ký tự không chép lại được và có hệ thống tệp không nhận.

Ví dụ sai:

    # documents/tt-2.yaml
    topics: [phong-trao-toan-dan-bao-ve-an-ninh-to-quoc-trong-tinh-hinh-moi-tren-dia-ban-toan-tinh-soc-trang]

Ví dụ đúng:

    # documents/tt-2.yaml
    topics: [bao-ve-antq]
    # topics/bao-ve-antq.yaml
    label: Bảo vệ an ninh Tổ quốc
"""

CODE = "FLD09"

"""Giá trị không đúng dạng, kể cả mã có “../”, chữ hoa hoặc dấu.

Vì sao: mã là tên tệp và địa chỉ trang, nên chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.

Ví dụ sai:

    # documents/tt-2.yaml
    topics: [../../etc/passwd]

Ví dụ đúng:

    # documents/tt-2.yaml
    topics: [phu-nu]
    # topics/phu-nu.yaml
    label: Phụ nữ
"""

CODE = "FLD07"

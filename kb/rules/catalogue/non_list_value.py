"""Trường danh sách lại chứa một giá trị.

Vì sao: danh sách một mục vẫn phải viết là danh sách, để thêm mục sau không phải sửa dòng cũ.

Ví dụ sai:

    # documents/tt-1.yaml
    aliases: Thông tư về việc một

Ví dụ đúng:

    # documents/tt-1.yaml
    aliases: [Thông tư về việc một]
"""

CODE = "FLD05"

"""Trường bắt buộc để trống.

Vì sao: một danh sách rỗng ở trường bắt buộc nói rằng văn bản không do ai ban hành, không có sự kiện nào.

Ví dụ sai:

    # documents/tt-1.yaml
    issuers: []

Ví dụ đúng:

    # documents/tt-1.yaml
    issuers: [bo-a]
"""

CODE = "FLD08"

"""Trường chữ lại chứa danh sách hoặc nhóm trường.

Vì sao: trường này chỉ nhận một giá trị; danh sách ở đây thường do gõ nhầm dấu ngoặc vuông hoặc dấu gạch đầu dòng.

Ví dụ sai:

    # terms/x.yaml
    expansion: [an ninh, trật tự]

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh, trật tự
"""

CODE = "FLD04"

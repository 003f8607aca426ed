"""Tệp quá lớn.

Vì sao: bản ghi gõ tay không bao giờ tới hai triệu byte; tệp lớn hơn là dán nhầm hoặc cố ý làm máy treo.

Ví dụ sai:

    # terms/x.yaml (dài 2000001 byte)
    expansion: an ninh trật tự

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh trật tự
"""

CODE = "SRC06"

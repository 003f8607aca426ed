"""Một trường viết hai lần.

Vì sao: máy chỉ giữ được một giá trị, và người đọc không biết giá trị nào đúng.

Ví dụ sai:

    # terms/x.yaml
    expansion: an ninh trật tự
    expansion: an ninh, trật tự

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh, trật tự
"""

CODE = "SRC07"

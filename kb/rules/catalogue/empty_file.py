"""Tệp rỗng.

Vì sao: tệp rỗng thường là do lưu hỏng; mã của nó vẫn có thể đang được tệp khác nhắc tới.

Ví dụ sai:

    # terms/x.yaml (cả tệp)

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh trật tự
"""

CODE = "SRC05"

"""Tệp không mở được.

Vì sao: liên kết trỏ tới tệp không còn, hoặc tệp bị khóa quyền đọc, thì bản ghi biến mất mà không ai biết.

Ví dụ sai:

    # terms/x.yaml -> khong-con.yaml

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh trật tự
"""

CODE = "SRC02"

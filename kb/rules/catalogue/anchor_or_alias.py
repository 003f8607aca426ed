"""Dùng neo, tham chiếu hoặc nhãn kiểu của YAML (&, *, !).

Vì sao: giá trị đứng ở chỗ khác làm người duyệt không thấy điều đang đọc; tham chiếu lồng nhau còn có thể làm máy treo.

Ví dụ sai:

    # terms/x.yaml
    expansion: &chu an ninh trật tự
    note: *chu

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh trật tự
    note: an ninh trật tự
"""

CODE = "SRC04"

"""Tệp là liên kết trỏ ra ngoài kho dữ liệu.

Vì sao: người khác lấy kho về sẽ không có tệp ấy; liên kết còn có thể làm lộ tệp riêng của máy dựng trang.

Ví dụ sai:

    # terms/x.yaml -> /etc/hostname

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh trật tự
"""

CODE = "SRC08"

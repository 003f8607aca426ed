"""Địa chỉ web sai dạng.

Vì sao: người đọc bấm vào liên kết để xem bản chính thức; địa chỉ thiếu phần đầu sẽ dẫn tới trang không có.

Ví dụ sai:

    # documents/tt-1.yaml
    links: [{label: Bản chính, url: example.vn/ban-chinh}]

Ví dụ đúng:

    # documents/tt-1.yaml
    links: [{label: Bản chính, url: https://example.vn/ban-chinh}]
"""

CODE = "FLD11"

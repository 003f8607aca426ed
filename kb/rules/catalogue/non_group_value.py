"""Nhóm trường lại chứa một giá trị.

Vì sao: nguồn, sự kiện, quan hệ gồm nhiều trường con; viết gọn thành một chữ thì mất ngày kiểm tra và mức chắc chắn.

Ví dụ sai:

    # documents/tt-1.yaml
    links: [https://example.vn/ban-chinh]

Ví dụ đúng:

    # documents/tt-1.yaml
    links: [{label: Bản chính, url: https://example.vn/ban-chinh}]
"""

CODE = "FLD06"

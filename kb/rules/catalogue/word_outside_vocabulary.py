"""Giá trị ngoài danh mục cho phép.

Vì sao: loại văn bản, quan hệ, sự kiện là danh mục đóng để lọc, đếm và tính hiệu lực. Quan hệ ngược (“bị thay thế bởi”)
không có trong danh mục vì được tính tự động.

Ví dụ sai:

    # documents/tt-2.yaml
    relations:
      - {kind: bi_thay_the_boi, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: dan_chieu, to: tt-1, sure: read, sources: [s1]}
"""

CODE = "FLD03"

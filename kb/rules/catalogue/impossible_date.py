"""Ngày không có thật hoặc sai dạng.

Vì sao: hiệu lực được tính từ các ngày; ngày 30/02 hoặc ngày viết theo cách 28/12/2021 thì không tính được.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-02-30, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-02-28, sure: read, sources: [s1]}
"""

CODE = "FLD10"

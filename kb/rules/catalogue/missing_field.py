"""Thiếu trường bắt buộc.

Vì sao: trang của bản ghi và các phép kiểm tra cần trường này; điều chưa biết phải nói rõ là chưa biết.

Ví dụ sai:

    # documents/tt-1.yaml
    signer:

Ví dụ đúng:

    # documents/tt-1.yaml
    signer: unknown
"""

CODE = "FLD01"

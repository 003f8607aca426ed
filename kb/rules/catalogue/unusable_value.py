"""Giá trị không dùng được cho trường.

Vì sao: trường này cần một số nguyên từ 1; chữ hoặc số khác không chỉ được chỗ nào trong đoạn.

Ví dụ sai:

    # plans/kh-1.yaml
    remarks: [{at: i.p1, words: Hội, occurrence: đầu, kind: spelling}]

Ví dụ đúng:

    # plans/kh-1.yaml
    remarks: [{at: i.p1, words: Hội, occurrence: 1, kind: spelling}]
"""

CODE = "FLD12"

"""Tệp bản ghi có đuôi khác “.yaml”.

Vì sao: kho chỉ đọc tệp có đuôi “.yaml” viết thường; bản ghi trong tệp “.yml”, “.YAML” hay “.yaml.txt” nằm đó mà không
ai thấy. Tên có dấu xuống dòng cũng không được đọc: in ra, nó thành dòng riêng như thể do kb nói.

Ví dụ sai:

    # terms/x.yml (cả tệp)
    expansion: an ninh trật tự

Ví dụ đúng:

    # terms/x.yaml
    expansion: an ninh trật tự
"""

CODE = "SRC10"

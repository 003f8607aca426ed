"""Số, ký hiệu văn bản: the number of a document, and the one table of types and symbols."""

"""The closed vocabularies of the field, each value with its Vietnamese label.

Values are what stands in the YAML; labels are what a reader sees. Document types follow the
abbreviation tables of Nghị định 30/2020/NĐ-CP (Phụ lục III) for the state and Hướng dẫn
05-HD/VPTW for the Party; relations and statuses follow the labels of vbpl.vn.
"""

from __future__ import annotations

from enum import Enum


class Labelled(str, Enum):
    """A value of a closed vocabulary: the YAML word, and the label shown to a reader."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Labelled:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)


class DocumentType(Labelled):
    """Thể loại văn bản."""

    LUAT = "luat", "Luật"
    PHAP_LENH = "phap-lenh", "Pháp lệnh"
    NGHI_QUYET = "nghi-quyet", "Nghị quyết"
    NGHI_DINH = "nghi-dinh", "Nghị định"
    QUYET_DINH = "quyet-dinh", "Quyết định"
    CHI_THI = "chi-thi", "Chỉ thị"
    THONG_TU = "thong-tu", "Thông tư"
    THONG_TU_LIEN_TICH = "thong-tu-lien-tich", "Thông tư liên tịch"
    NGHI_QUYET_LIEN_TICH = "nghi-quyet-lien-tich", "Nghị quyết liên tịch"
    KET_LUAN = "ket-luan", "Kết luận"
    QUY_DINH = "quy-dinh", "Quy định"
    QUY_CHE = "quy-che", "Quy chế"
    HUONG_DAN = "huong-dan", "Hướng dẫn"
    KE_HOACH = "ke-hoach", "Kế hoạch"
    CHUONG_TRINH = "chuong-trinh", "Chương trình"
    CHUONG_TRINH_HANH_DONG = "chuong-trinh-hanh-dong", "Chương trình hành động"
    CHUONG_TRINH_PHOI_HOP = "chuong-trinh-phoi-hop", "Chương trình phối hợp"
    DE_AN = "de-an", "Đề án"
    DU_AN = "du-an", "Dự án"
    THONG_BAO = "thong-bao", "Thông báo"
    THONG_TRI = "thong-tri", "Thông tri"
    CONG_VAN = "cong-van", "Công văn"
    BAO_CAO = "bao-cao", "Báo cáo"
    TO_TRINH = "to-trinh", "Tờ trình"
    VAN_BAN_HOP_NHAT = "van-ban-hop-nhat", "Văn bản hợp nhất"


class RelationKind(Labelled):
    """Quan hệ; chủ ngữ là văn bản mang quan hệ. The inverse is computed, never typed in."""

    inverse_label: str

    def __new__(cls, value: str, label: str, inverse_label: str = "") -> RelationKind:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.inverse_label = inverse_label
        return member

    CAN_CU = "can_cu", "Căn cứ", "Là căn cứ của"
    DAN_CHIEU = "dan_chieu", "Dẫn chiếu", "Được dẫn chiếu bởi"
    QUY_DINH_CHI_TIET = "quy_dinh_chi_tiet", "Quy định chi tiết", "Được quy định chi tiết bởi"
    HUONG_DAN = "huong_dan", "Hướng dẫn", "Được hướng dẫn bởi"
    SUA_DOI_BO_SUNG = "sua_doi_bo_sung", "Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"
    THAY_THE = "thay_the", "Thay thế", "Bị thay thế bởi"
    BAI_BO = "bai_bo", "Bãi bỏ", "Bị bãi bỏ bởi"
    DINH_CHI = "dinh_chi", "Đình chỉ", "Bị đình chỉ bởi"
    DINH_CHINH = "dinh_chinh", "Đính chính", "Được đính chính bởi"
    HOP_NHAT = "hop_nhat", "Hợp nhất", "Được hợp nhất bởi"
    BAN_HANH_KEM_THEO = "ban_hanh_kem_theo", "Ban hành kèm theo", "Được ban hành kèm theo"
    TRIEN_KHAI = "trien_khai", "Triển khai, thực hiện", "Được triển khai bởi"
    CU_THE_HOA = "cu_the_hoa", "Cụ thể hóa", "Được cụ thể hóa bởi"
    TIEP_TUC_THUC_HIEN = "tiep_tuc_thuc_hien", "Yêu cầu tiếp tục thực hiện", "Được tiếp tục thực hiện theo"
    KE_TUC = "ke_tuc", "Kế tục", "Được kế tục bởi"
    LIEN_QUAN = "lien_quan", "Liên quan", "Liên quan"
    TRUNG_SO = "trung_so", "Trùng số, khác văn bản", "Trùng số, khác văn bản"


class EventKind(Labelled):
    """Sự kiện có ngày; hiệu lực được tính từ các sự kiện."""

    ISSUED = "issued", "Ban hành"
    IN_FORCE = "in_force", "Có hiệu lực"
    AMENDED = "amended", "Được sửa đổi, bổ sung"
    EXTENDED = "extended", "Được kéo dài thời gian thực hiện"
    ATTESTED = "attested", "Còn được áp dụng hoặc viện dẫn"
    PHASE_STARTED = "phase_started", "Bắt đầu giai đoạn"
    PHASE_ENDED = "phase_ended", "Hết giai đoạn"
    CONCLUDED = "concluded", "Đã tổng kết"
    SUSPENDED = "suspended", "Ngưng hiệu lực"
    RESUMED = "resumed", "Có hiệu lực trở lại"
    REPLACED = "replaced", "Bị thay thế"
    REPEALED = "repealed", "Bị bãi bỏ"

    @property
    def is_ending(self) -> bool:
        """Whether the event ends the text: it is replaced or repealed."""
        return self in (EventKind.REPLACED, EventKind.REPEALED)


class Status(Labelled):
    """Tình trạng hiệu lực vào một ngày."""

    NOT_YET = "chua_hieu_luc", "Chưa có hiệu lực"
    IN_FORCE = "con_hieu_luc", "Còn hiệu lực"
    AMENDED = "mot_phan", "Còn hiệu lực, đã được sửa đổi, bổ sung"
    PRESUMED = "chua_ghi_nhan_het", "Chưa ghi nhận hết hiệu lực"
    ENDED = "het_hieu_luc", "Hết hiệu lực"
    SUSPENDED = "tam_ngung", "Ngưng hiệu lực"
    RUNNING = "dang_trien_khai", "Đang triển khai"
    PHASE_OVER = "het_giai_doan", "Hết giai đoạn"
    CONCLUDED = "da_tong_ket", "Đã tổng kết"
    UNKNOWN = "chua_xac_dinh", "Chưa xác định"

    @property
    def holds(self) -> bool:
        """Whether the text holds on the day: known to, presumed to by the law, or in a phase that is running."""
        return self in (Status.IN_FORCE, Status.AMENDED, Status.PRESUMED, Status.RUNNING)

    @property
    def lapsed(self) -> bool:
        """Whether the text was in force and is not on the day: it ended, it is suspended, or its phase is over.

        False of *đã tổng kết*, since it is not known whether such a text still holds, of *chưa có hiệu lực*, since it
        never held, and of *chưa ghi nhận hết hiệu lực*, since the law presumes that such a text holds.
        """
        return self in (Status.ENDED, Status.SUSPENDED, Status.PHASE_OVER)

    @property
    def is_weak_basis(self) -> bool:
        """Whether a text of this status cannot be relied on as a basis, so that a warning is due.

        True of what has lapsed, and of what was summed up or is not yet in force. False of *chưa ghi nhận hết hiệu
        lực*, which the law presumes to hold, and of *chưa xác định*: most of those texts hold, and the corpus only
        lacks the provision that says so.
        """
        return self.lapsed or self in (Status.CONCLUDED, Status.NOT_YET)


class Sureness(Labelled):
    """Mức chắc chắn của một dữ kiện."""

    CONFIRMED = "confirmed", "đọc được ở hai nguồn trở lên"
    READ = "read", "đọc được ở một nguồn"
    PLAN = "plan", "chỉ thấy trong kế hoạch"
    INFERRED = "inferred", "suy ra từ các dữ kiện đã đọc"


class Access(Labelled):
    """Người đọc có mở lại được nguồn hay không."""

    OPEN = "open", "người đọc mở lại được"
    CLOSED = "closed", "người đọc không mở lại được"


class Level(Labelled):
    """Cấp của cơ quan, tổ chức."""

    CENTRAL = "trung-uong", "Trung ương"
    PROVINCE = "tinh", "Cấp tỉnh"
    DISTRICT = "huyen", "Cấp huyện"
    COMMUNE = "xa", "Cấp xã"
    UNIT = "co-quan", "Cơ quan, đơn vị"
    ALL = "cac-cap", "Các cấp"


class ProgrammeType(Labelled):
    """Loại chương trình, phong trào."""

    NATIONAL_PROGRAMME = "chuong-trinh-mtqg", "Chương trình mục tiêu quốc gia"
    PROGRAMME = "chuong-trinh", "Chương trình"
    PROJECT = "du-an", "Dự án"
    SCHEME = "de-an", "Đề án"
    MOVEMENT = "phong-trao", "Phong trào"
    EMULATION = "phong-trao-thi-dua", "Phong trào thi đua"
    CAMPAIGN = "cuoc-van-dong", "Cuộc vận động"
    MESSAGE = "thong-diep", "Thông điệp truyền thông"
    STANDARD = "tieu-chuan", "Tiêu chuẩn"
    CRITERION = "chi-tieu", "Chỉ tiêu"
    CONFERENCE = "hoi-nghi", "Hội nghị"


class ProvisionKind(Labelled):
    """Loại đơn vị bố cục của văn bản, từ lớn đến nhỏ."""

    MO_DAU = "mo-dau", "Phần mở đầu"
    PHU_LUC = "phu-luc", "Phụ lục"
    PHAN = "phan", "Phần"
    CHUONG = "chuong", "Chương"
    MUC = "muc", "Mục"
    TIEU_MUC = "tieu-muc", "Tiểu mục"
    DIEU = "dieu", "Điều"
    KHOAN = "khoan", "Khoản"
    DIEM = "diem", "Điểm"


class ParagraphKind(Labelled):
    """Loại đoạn trong kế hoạch."""

    TITLE = "title", "Tên văn bản"
    HEADING = "heading", "Đề mục"
    TEXT = "text", "Đoạn văn"
    RECIPIENT = "recipient", "Nơi nhận"
    SIGNATURE = "signature", "Chữ ký"


class RemarkKind(Labelled):
    """Loại nhận xét bên lề kế hoạch."""

    CITATION_NUMBER = "citation-number", "Sai số hiệu"
    CITATION_SYMBOL = "citation-symbol", "Sai ký hiệu"
    CITATION_VARIANT = "citation-variant", "Cách viết số hiệu khác"
    CITATION_NOTE = "citation-note", "Lưu ý khi viện dẫn"
    DATE = "date", "Sai ngày"
    WRONG_ISSUER = "wrong-issuer", "Sai cơ quan ban hành"
    WRONG_NAME = "wrong-name", "Sai tên"
    CAPITALISATION = "capitalisation", "Viết hoa chưa đúng"
    SPELLING = "spelling", "Sai chính tả"
    PUNCTUATION = "punctuation", "Sai dấu câu"
    MISSING_WORD = "missing-word", "Thiếu chữ"
    DUPLICATED_WORD = "duplicated-word", "Lặp chữ"
    MISSING_SPACE = "missing-space", "Thiếu dấu cách"
    EXTRA_SPACE = "extra-space", "Thừa dấu cách"
    RUN_TOGETHER = "run-together", "Dính chữ"
    NOT_NFC = "not-NFC", "Dấu thanh là ký tự rời"
    EDITORIAL_REMARK = "editorial-remark", "Lời nhắc biên tập còn sót"

/// What the audit trail notes of cases that are joined and parted, in words.
enum TieActions {
  static let words = [
    "casework.case-join": "Case joined to another",
    "casework.case-joined": "Another case joined",
    "casework.case-part": "Reports parted from a case",
    "casework.case-parted": "Case made of reports of another",
  ]
}

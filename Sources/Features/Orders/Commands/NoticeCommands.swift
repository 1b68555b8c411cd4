internal import Commands
internal import Kernel
internal import Partnership

/// The wordings of notices from the shell; notices themselves are printed by people who signed in.
enum NoticeCommands {
  static let all = WordingCommands(
    "orders", of: "notice", by: "POWER",
    NoticeTemplate.powers.map { ($0.rawValue, $0.title) }, in: NoticeStore.table,
    naming: NoticeField.fields, action: "orders.wording-added", subject: "orders-wording"
  ).all
}

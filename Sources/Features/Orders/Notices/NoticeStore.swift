internal import Database
internal import Kernel
internal import Partnership

/// The wordings of notices in the database: a few versions a power.
enum NoticeStore {
  static let table = WordingTable("orders_template", key: "power")

  /// The wording in use on a day; `nil` where the power has none yet.
  static func template(of power: Power, on day: Day, _ read: Read) throws -> NoticeTemplate? {
    try table.wording(of: power.rawValue, on: day, read).map {
      NoticeTemplate(power: power, wording: $0)
    }
  }

  /// Every version of a power's wording, the latest first.
  static func versions(of power: Power, _ read: Read) throws -> [DatedWording] {
    try table.versions(of: power.rawValue, read)
  }
}

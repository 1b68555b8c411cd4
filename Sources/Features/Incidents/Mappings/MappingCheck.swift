internal import HTTP
internal import Kernel
internal import Partnership

/// What is wrong with a mapping, field by field; the same on the page and on the command line.
struct MappingCheck {
  private let mapping: Mapping
  private var entries: [Refusal.Entry] = []

  /// Keys that are no mapping's: the street files have theirs, and one is an address of a page.
  static let takenKeys = ["police-uk", "new"]

  /// Throws what is wrong, in the order of the form.
  static func check(_ mapping: Mapping) throws(Refusal) {
    var check = MappingCheck(mapping: mapping)
    check.name()
    check.category()
    if mapping.rows == .months { check.months() } else { check.events() }
    guard check.entries.isEmpty else { throw Refusal(check.entries) }
  }

  private init(mapping: Mapping) { self.mapping = mapping }

  private mutating func refuse(_ field: String, _ message: String) {
    entries.append(Refusal.Entry(field: field, message: message))
  }

  private mutating func name() {
    if mapping.title.isEmpty { refuse("title", "Enter a name for the source") }
    let isKey = (2...40).contains(mapping.key.utf8.count) && FormReader.isKey(mapping.key)
    if !isKey {
      refuse(
        "key", "Enter a key of 2 to 40 small letters, digits and hyphens, such as council-asb")
    } else if Self.takenKeys.contains(mapping.key) {
      refuse("key", "“\(mapping.key)” is taken: enter another key")
    }
  }

  private mutating func category() {
    if mapping.columns.category.isEmpty, mapping.otherwise.isEmpty {
      refuse("category", "Name the column of the category, or one category for all rows")
    }
    if mapping.renames.contains(where: { $0.key.isEmpty || $0.value.isEmpty }) {
      refuse("renames", "Write each line as: word in the file = category")
    }
  }

  private mutating func months() {
    if mapping.place != .area || mapping.time != .month {
      refuse("place", "A table of months gives areas and months: choose these")
    }
    if mapping.columns.area.isEmpty { refuse("area", "Name the column of the area's code") }
    let format = TimeFormat(mapping.dates)
    if format == nil || format?.says(.day) == true || format?.says(.month) == false {
      refuse("dates", "Say how the headings of the months are written, such as yyyyMM")
    }
  }

  private mutating func events() {
    if mapping.columns.from.isEmpty { refuse("from", "Name the column of the date") }
    dates()
    if !mapping.columns.to.isEmpty, mapping.time != .minute {
      refuse("to", "Only times to the minute can be an interval: leave this empty")
    }
    if mapping.columns.x.isEmpty != mapping.columns.y.isEmpty {
      refuse(mapping.columns.x.isEmpty ? "x" : "y", "Name both columns of the place, or neither")
    }
    switch mapping.place {
    case .area where mapping.columns.area.isEmpty:
      refuse("area", "Name the column of the area's code")
    case .exact where mapping.columns.x.isEmpty, .snapped where mapping.columns.x.isEmpty:
      refuse("x", "Name the columns of the place, or say that the source gives areas")
    default: break
    }
    if !mapping.columns.x.isEmpty { systems() }
  }

  private mutating func dates() {
    guard let format = TimeFormat(mapping.dates) else {
      refuse("dates", "Say how dates are written, such as dd/MM/yyyy HH:mm")
      return
    }
    let hasYear = format.says(.year) || format.says(.shortYear)
    let hasMonth = format.says(.month) || format.says(.monthName)
    if !hasYear || !hasMonth {
      refuse("dates", "Say where year and month stand: yyyy and MM")
    } else if mapping.time != .month, !format.says(.day) {
      refuse("dates", "Say where the day stands: dd")
    } else if mapping.time == .minute, !(format.says(.hour) && format.says(.minute)) {
      refuse("dates", "Say where hour and minute stand: HH:mm")
    }
  }

  private mutating func systems() {
    for (field, name) in [("system", mapping.system), ("plane", mapping.plane)]
    where !name.hasPrefix("EPSG:") || Int(name.dropFirst(5)) == nil {
      refuse(field, "Enter the system's number, such as EPSG:27700 or EPSG:4326")
    }
    if mapping.plane == "EPSG:4326" {
      refuse("plane", "Points are kept in metres: enter a system of metres, such as EPSG:27700")
    }
  }
}

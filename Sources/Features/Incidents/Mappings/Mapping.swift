internal import Partnership

/// How the files of one source of incidents are read: which column says what, and how.
///
/// It is a value of the partnership's own, kept in versions. Nothing in it is about a person.
struct Mapping: Equatable, Sendable {
  /// The source's key, such as `council-asb`.
  var key = ""
  /// The source's name, such as “Anti-social behaviour reported to the council”.
  var title = ""
  /// The police force whose records they are, as data.police.uk spells it; empty for others.
  ///
  /// Where that force began to record otherwise, the series breaks.
  var force = ""
  /// What a row is.
  var rows = Rows.events
  /// What parts the values of a line, in files of text.
  var separator = Separator.comma
  /// The sheet of a workbook; its first with the columns where empty.
  var sheet = ""
  /// How exactly places are given.
  var place = SourcePrecision.Place.exact
  /// How exactly times are given.
  var time = SourcePrecision.Time.minute
  /// Which column says what.
  var columns = Columns()
  /// How dates are written, such as `dd/MM/yyyy HH:mm`; of a table of months, its headings.
  var dates = ""
  /// The clock of its times.
  var zone = Zone.london
  /// The system of its coordinates, such as `EPSG:27700`.
  var system = ""
  /// The metres its points are kept in; others than the British National Grid are elsewhere.
  var plane = Mapping.britishGrid
  /// Whether points at sea are kept.
  var mayLieAtSea = false
  /// What its categories become; one that is not named stays as it is.
  var renames: [String: String] = [:]
  /// The category of rows that say none, or of all where no column does; refused where empty.
  var otherwise = ""

  static let britishGrid = "EPSG:27700"

  /// What a row of a file is.
  enum Rows: String, Sendable, CaseIterable {
    /// One event.
    case events
    /// The counts of an area and category, a column a month.
    case months
  }

  /// What parts the values of a line.
  enum Separator: String, Sendable, CaseIterable {
    case comma, semicolon, tab

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: 9
      }
    }
  }

  /// The clock of a file's times.
  enum Zone: String, Sendable, CaseIterable {
    /// What a clock on the wall in London shows; also that of a place elsewhere, kept as it stands.
    case london = "Europe/London"
    /// UTC, turned into London's clock for days and hours.
    case utc = "UTC"
  }

  /// The headings of the columns; empty where a file has no such column.
  struct Columns: Equatable, Sendable {
    var reference = ""
    /// Several are joined by a colon.
    var category: [String] = []
    /// The date and time, or their columns in the order of ``Mapping/dates``.
    var from: [String] = []
    /// The end of an interval.
    var to: [String] = []
    /// East, or longitude.
    var x = ""
    /// North, or latitude.
    var y = ""
    /// The code of an area.
    var area = ""
    /// A street or place in words.
    var location = ""
    var outcome = ""
  }

  /// How exactly the source says where and when.
  var precision: SourcePrecision { SourcePrecision(place: place, time: time) }

  /// Whether its points lie on the British National Grid, so that maps can show them.
  var isOnGrid: Bool { plane == Self.britishGrid }
}

/// The cells of a workbook that are shown as percentages, by sheet.
///
/// A spreadsheet keeps 69 % as 0.69 and the sign in the cell's style, of which GDAL says nothing.
/// The styles are read here, from the parts of the workbook as the confined reader unpacks them:
/// the cell formats of XLSX (ECMA-376 part 1, 18.8.30) and the value types of ODS
/// (OpenDocument 1.3 part 3, 19.387).
struct PercentCells {
  private static let styles = "xl/styles.xml"
  private static let book = "xl/workbook.xml"
  private static let relations = "xl/_rels/workbook.xml.rels"
  private static let openDocument = "content.xml"

  /// The places in each sheet.
  private(set) var places: [String: Set<CellReference>] = [:]
  private let limit: Int

  /// Reads a workbook of which at most `limit` cells are taken.
  init(_ path: String, _ reader: ReaderProcess, limit: Int) throws {
    self.limit = limit
    var book = BookParts()
    var document = DocumentCells()
    var tags = XMLTags()
    var part = ""
    let wanted = [Self.styles, Self.book, Self.relations, Self.openDocument]
    var found: [(String, CellReference)] = []
    try reader.extract(wanted, from: path) { piece in
      switch piece {
      case .begin(let entry): (part, tags) = (entry.name, XMLTags())
      case .bytes(let bytes):
        try tags.read(bytes) { tag in
          switch part {
          case Self.styles: book.readStyle(tag)
          case Self.book: book.readSheet(tag)
          case Self.relations: book.readRelation(tag)
          default: try document.read(tag, limit: limit) { found.append(($0, $1)) }
          }
        }
      case .end: break
      }
    }
    for (sheet, place) in found { places[sheet, default: []].insert(place) }
    let sheets = book.sheets
    if !book.percentages.isEmpty, !sheets.isEmpty {
      try readSheets(sheets, book.percentages, path, reader)
    }
  }

  private mutating func readSheets(
    _ sheets: [String: String], _ percentages: Set<Int>, _ path: String, _ reader: ReaderProcess
  ) throws {
    var sheet = ""
    var tags = XMLTags()
    var cells = SheetCells(percentages: percentages)
    var found: [String: Set<CellReference>] = [:]
    var count = 0
    try reader.extract(Array(sheets.keys), from: path) { piece in
      switch piece {
      case .begin(let entry):
        (sheet, tags) = (sheets[entry.name] ?? "", XMLTags())
        cells = SheetCells(percentages: percentages)
      case .bytes(let bytes):
        try tags.read(bytes) { tag in
          guard let place = cells.read(tag) else { return }
          count += 1
          guard count <= limit else { throw ReaderProblem.tooLarge }
          found[sheet, default: []].insert(place)
        }
      case .end: break
      }
    }
    places.merge(found) { $0.union($1) }
  }
}

/// What the parts of an XLSX say of its cell formats and sheets.
private struct BookParts {
  /// The numbers of cell formats that show a percentage.
  private(set) var percentages: Set<Int> = []
  /// `0%` and `0.00%`, which need no description.
  private var codes: Set<Int> = [9, 10]
  private var isInFormats = false
  private var formats = 0
  private var names: [(name: String, relation: String)] = []
  private var targets: [String: String] = [:]

  mutating func readStyle(_ tag: XMLTag) {
    switch tag.name {
    case "numFmt":
      if let id = tag.number("numFmtId"), tag["formatCode"]?.contains("%") == true {
        codes.insert(id)
      }
    case "cellXfs": isInFormats = !tag.isEnd
    case "xf" where isInFormats && !tag.isEnd:
      if let id = tag.number("numFmtId"), codes.contains(id) { percentages.insert(formats) }
      formats += 1
    default: break
    }
  }

  mutating func readSheet(_ tag: XMLTag) {
    guard tag.name == "sheet", let name = tag["name"], let id = tag["id"] else { return }
    names.append((name, id))
  }

  mutating func readRelation(_ tag: XMLTag) {
    guard tag.name == "Relationship", let id = tag["Id"], let target = tag["Target"] else { return }
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  /// The names of the sheets by the parts that hold them.
  var sheets: [String: String] {
    Dictionary(names.compactMap { name, id in targets[id].map { ($0, name) } }) { first, _ in first
    }
  }
}

/// Finds the percentages of one sheet of an XLSX.
private struct SheetCells {
  let percentages: Set<Int>
  private var row = 0
  private var column = 0

  init(percentages: Set<Int>) { self.percentages = percentages }

  /// The place of a cell that is shown as a percentage.
  mutating func read(_ tag: XMLTag) -> CellReference? {
    guard !tag.isEnd else { return nil }
    switch tag.name {
    case "row":
      row = tag.number("r") ?? row + 1
      column = 0
    case "c":
      column = tag["r"].map(Self.column) ?? column + 1
      guard let style = tag.number("s"), percentages.contains(style) else { return nil }
      return CellReference(row: row, column: column)
    default: break
    }
    return nil
  }

  /// The column of a place such as `AB7`, from 1.
  private static func column(_ place: String) -> Int {
    place.utf8.prefix { (65...90).contains($0) }.prefix(7).reduce(0) { $0 * 26 + Int($1) - 64 }
  }
}

/// Finds the percentages of an ODS.
private struct DocumentCells {
  private var sheet = ""
  private var row = 1
  private var column = 1
  private var rowRepeats = 0

  mutating func read(
    _ tag: XMLTag, limit: Int, _ each: (String, CellReference) -> Void
  ) throws {
    switch (tag.name, tag.isEnd) {
    case ("table", false): (sheet, row, rowRepeats) = (tag["name"] ?? "", 1, 0)
    case ("table-row", false):
      row = Self.sum(row, rowRepeats)
      rowRepeats = max(1, tag.number("number-rows-repeated") ?? 1)
      column = 1
    case ("table-cell", false), ("covered-table-cell", false):
      let repeats = max(1, tag.number("number-columns-repeated") ?? 1)
      if tag["value-type"] == "percentage" {
        let (cells, isTooMany) = repeats.multipliedReportingOverflow(by: rowRepeats)
        guard !isTooMany, cells <= limit else { throw ReaderProblem.tooLarge }
        for down in 0..<rowRepeats {
          for across in 0..<repeats {
            each(sheet, CellReference(row: row + down, column: column + across))
          }
        }
      }
      column = Self.sum(column, repeats)
    default: break
    }
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? Int(Int32.max) : sum
  }
}

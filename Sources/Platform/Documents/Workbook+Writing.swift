import CXlsxWriter
import Glibc
public import Kernel

extension Workbook {
  /// The workbook as the bytes of an XLSX file.
  ///
  /// - Throws: ``WorkbookProblem`` when a text is too long, there are too many rows, or memory or
  ///   temporary space is short.
  public func bytes() throws -> [UInt8] {
    let descriptor = hamlet_memory_file()
    guard descriptor >= 0 else { throw WorkbookProblem.unwritable }
    defer { close(descriptor) }
    try write(to: "/proc/self/fd/\(descriptor)")
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var read = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
      while read < size {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + read }, size - read, off_t(read))
        if got <= 0 { break }
        read += got
      }
      count = read
    }
    guard read == size, size > 0 else { throw WorkbookProblem.unwritable }
    return bytes
  }

  /// Writes the workbook to a file, replacing it.
  ///
  /// - Throws: ``WorkbookProblem`` as ``bytes()`` does.
  public func write(to path: String) throws {
    // Asked first, since the library writes what is wrong with a path to the standard error.
    guard let probe = fopen(path, "a") else { throw WorkbookProblem.place(path, code: errno) }
    fclose(probe)
    guard let book = workbook_new(path) else { throw WorkbookProblem.unwritable }
    var formats = Formats(book: book)
    do {
      setCreated(book)
      let sheets = sheets.isEmpty ? [Sheet("Sheet 1", rows: [])] : sheets
      for (sheet, name) in zip(sheets, SheetNames.safe(sheets.map(\.name))) {
        guard let worksheet = workbook_add_worksheet(book, name) else {
          throw WorkbookProblem.unwritable
        }
        try sheet.write(to: worksheet, &formats)
      }
    } catch {
      workbook_close(book)
      throw error
    }
    guard workbook_close(book) == LXW_NO_ERROR else { throw WorkbookProblem.unwritable }
  }

  private func setCreated(_ book: UnsafeMutablePointer<lxw_workbook>) {
    guard let created else { return }
    var properties = lxw_doc_properties()
    properties.created = created.number * 86_400
    workbook_set_properties(book, &properties)
  }
}

/// A workbook that cannot be written.
public enum WorkbookProblem: Problem, Equatable {
  /// Memory, disk or temporary space is short.
  case unwritable
  /// No file can be written at a path, for the reason of an `errno`.
  case place(String, code: Int32)
  /// A cell a spreadsheet cannot hold, at a reference such as `B7`.
  case refused(sheet: String, cell: String)

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .unwritable: "The workbook could not be written. Check that the disk is not full."
    case .place(let path, let code):
      "“\(path)” cannot be written: \(String(cString: strerror(code))). Name another file."
    case .refused(let sheet, let cell):
      "Cell \(cell) of sheet “\(sheet)” is too long or lies beyond what a spreadsheet holds."
    }
  }

  /// 500.
  public var status: Int { 500 }
}

/// The formats a workbook has needed so far.
private struct Formats {
  private struct Key: Hashable {
    let style: Workbook.Cell.Style
    let format: String?
    let isUnlocked: Bool
  }

  private static let band: lxw_color_t = 0xE9EEF2
  private static let quiet: lxw_color_t = 0x5A6570
  private static let open: lxw_color_t = 0xFFF8DC
  let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  mutating func format(of cell: Workbook.Cell) -> UnsafeMutablePointer<lxw_format>? {
    let key = Key(style: cell.style, format: cell.format, isUnlocked: cell.isUnlocked)
    if let format = made[key] { return format }
    guard key.style != .plain || key.format != nil || key.isUnlocked,
      let format = workbook_add_format(book)
    else { return nil }
    switch cell.style {
    case .plain: break
    case .wrapped: wrap(format)
    case .header:
      format_set_bold(format)
      format_set_bg_color(format, Self.band)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      wrap(format)
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .note: format_set_font_color(format, Self.quiet)
    }
    if let pattern = cell.format { format_set_num_format(format, pattern) }
    if cell.isUnlocked {
      format_set_unlocked(format)
      format_set_bg_color(format, Self.open)
      format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
    }
    made[key] = format
    return format
  }

  private func wrap(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
  }
}

extension Workbook.Sheet {
  fileprivate func write(
    to sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats
  ) throws {
    for (index, column) in columns.enumerated() {
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      let number = lxw_col_t(index)
      worksheet_set_column_opt(sheet, number, number, column.width, nil, &options)
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let format = formats.format(of: cell)
        guard write(cell.value, to: sheet, row, column, format) == LXW_NO_ERROR else {
          throw WorkbookProblem.refused(
            sheet: name, cell: CellReference(row: row + 1, column: column + 1).description)
        }
      }
    }
    if frozenRows > 0, !rows.isEmpty {
      worksheet_freeze_panes(sheet, lxw_row_t(frozenRows), 0)
      worksheet_repeat_rows(sheet, 0, lxw_row_t(frozenRows - 1))
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    if isProtected { worksheet_protect(sheet, nil, nil) }
    for check in checks { check.add(to: sheet) }
  }

  private func write(
    _ value: Workbook.Cell.Value, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int,
    _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    guard let row = lxw_row_t(exactly: row), let column = lxw_col_t(exactly: column) else {
      return LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE
    }
    switch value {
    case .empty: return worksheet_write_blank(sheet, row, column, format)
    case .text(let text): return worksheet_write_string(sheet, row, column, text, format)
    case .number(let number): return worksheet_write_number(sheet, row, column, number, format)
    case .date(let day):
      var date = lxw_datetime()
      let civil = day.civil
      (date.year, date.month, date.day) = (
        Int32(civil.year), Int32(civil.month), Int32(civil.day)
      )
      return worksheet_write_datetime(sheet, row, column, &date, format)
    }
  }
}

extension Workbook.Check {
  fileprivate func add(to sheet: UnsafeMutablePointer<lxw_worksheet>) {
    var check = lxw_data_validation()
    check.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    var words: [UnsafeMutablePointer<CChar>?] = []
    switch kind {
    case .integer(let range):
      check.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      check.minimum_number = Double(range.lowerBound)
      check.maximum_number = Double(range.upperBound)
    case .number(let range):
      check.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      check.minimum_number = range.lowerBound
      check.maximum_number = range.upperBound
    case .oneOf(let choices):
      check.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      words = choices.map { strdup($0) } + [nil]
    }
    let text = strdup(String(message.prefix(255)))
    check.error_message = text
    words.withUnsafeMutableBufferPointer {
      check.value_list = $0.baseAddress
      worksheet_data_validation_range(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound),
        lxw_col_t(column), &check)
    }
    free(text)
    for word in words { free(word) }
  }
}

/// Names that a spreadsheet accepts, none twice.
enum SheetNames {
  static func safe(_ names: [String]) -> [String] {
    var used: Set<String> = []
    return names.map { name in
      let allowed = String(name.map { "[]:*?/\\".contains($0) ? " " : $0 })
      let trimmed = String(allowed.drop { $0 == "'" || $0 == " " }.prefix(31))
      let base = trimmed.isEmpty ? "Sheet" : trimmed
      var unique = base
      var number = 2
      while !used.insert(unique.lowercased()).inserted {
        let suffix = " \(number)"
        unique = String(base.prefix(31 - suffix.count)) + suffix
        number += 1
      }
      return unique
    }
  }
}

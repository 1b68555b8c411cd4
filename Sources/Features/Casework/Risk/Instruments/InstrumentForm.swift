internal import HTTP

/// An instrument as it is added: by a file, or by the text of its sheet.
struct InstrumentForm {
  let key: String
  let sheet: String
  let instrument: RiskInstrument

  init(_ request: Request) throws {
    let form = try SheetForm(request, example: "estates", most: InstrumentSheet.most)
    (key, sheet) = (form.key, form.sheet)
    instrument = try form.read { try InstrumentSheet.read($0, name: "The sheet") }
  }
}

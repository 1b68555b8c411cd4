internal import Design
internal import FoundationEssentials
internal import HTTP
internal import Partnership

/// What is said of an uploaded file; the payload of its job.
struct UploadForm: Codable, Equatable, Sendable {
  var upload: WaitingUpload
  /// A kind of area, or of rows.
  var what: String
  var year: Int?
  var codeField: String?
  var nameField: String?
  var reference: String?

  /// Endings that say what kind of file it is.
  static let endings = [
    ".geojson", ".topojson", ".json", ".gpkg", ".csv.gz", ".csv", ".gz", ".zip",
  ]

  /// What a file can hold, in the order in which it is offered.
  static let choices: [Choice] =
    AreaKind.allCases.map { Choice($0.rawValue, "Boundaries: \($0.plural)") } + [
      Choice("people", "People and households by area and year"), Choice("postcodes", "Postcodes"),
      Choice("streets", "Streets"),
    ]

  /// The fields of a form, without its file.
  struct Fields {
    let what: String
    let year: Int?
    let codeField: String?
    let nameField: String?
    let reference: String?

    init(_ request: Request) throws(Refusal) {
      var form = FormReader(request.form)
      let what = request.form["what"] ?? ""
      if !UploadForm.choices.contains(where: { $0.value == what }) {
        form.refuse("what", "Choose what the file holds")
      }
      let year = form.optionalText("year", limit: 4)
      let number = year.flatMap { Int($0) }
      if year != nil, number.map({ (1900...2100).contains($0) }) != true {
        form.refuse("year", "Enter a year such as 2022, or leave it empty")
      }
      let reference = form.optionalText("crs", limit: 20)?.uppercased()
      if let reference, !reference.hasPrefix("EPSG:") || Int(reference.dropFirst(5)) == nil {
        form.refuse("crs", "Enter a system such as EPSG:27700, or leave it empty")
      }
      if !request.files.contains(where: { $0.field == "file" && $0.size > 0 }) {
        form.refuse("file", "Choose the file to import")
      }
      self.what = what
      self.year = number
      self.reference = reference
      codeField = form.optionalText("code-field", limit: 60)
      nameField = form.optionalText("name-field", limit: 60)
      try form.finish()
    }
  }

  init(_ fields: Fields, _ upload: WaitingUpload) {
    self.upload = upload
    what = fields.what
    year = fields.year
    codeField = fields.codeField
    nameField = fields.nameField
    reference = fields.reference
  }

  /// The payload of a job.
  func payload() throws -> String {
    String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
  }

  /// Reads a job's payload.
  init(payload: String) throws {
    self = try JSONDecoder().decode(UploadForm.self, from: Data(payload.utf8))
  }
}

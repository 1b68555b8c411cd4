internal import Database
internal import Access
internal import Kernel
internal import Partnership
internal import Secrets

/// What a search found.
struct SearchResult: Sendable {
  /// Where a reference that was typed leads to; `nil` where it is nobody's, or none was typed.
  var place: FoundPlace?
  var people: [FoundPerson] = []
  var hasMorePeople = false
  var records: [FoundRecord] = []
  var hasMoreRecords = false
}

/// Looks for people, cases and reports at once.
struct Search {
  let services: Services

  func find(_ query: SearchQuery, _ read: Read) throws -> SearchResult {
    var result = SearchResult()
    if let reference = query.reference {
      result.place = try place(of: reference, read)
      return result
    }
    (result.people, result.hasMorePeople) = try PeopleSearch(keyring: services.keyring)
      .find(query, read)
    if query.born == nil {
      (result.records, result.hasMoreRecords) = try TextSearch.find(query.words, read)
    }
    return result
  }

  /// Where what was typed leads to if a case had it as its reference in another system.
  func place(ofOld typed: String, _ read: Read) throws -> FoundPlace? {
    guard let id = try CarriedReferences.find(typed, read),
      let file = try CaseStore(services).find(id, read)
    else { return nil }
    return place(of: file)
  }

  private func place(of file: CaseFile) -> FoundPlace {
    FoundPlace(
      isCase: true, reference: file.reference, title: file.title, state: file.state.title,
      placeName: file.placeName)
  }

  private func place(of reference: Reference, _ read: Read) throws -> FoundPlace? {
    if let file = try CaseStore(services).find(reference, read) {
      return place(of: file)
    }
    guard let report = try ReportStore(services).find(reference, read) else { return nil }
    return FoundPlace(
      isCase: false, reference: report.reference, title: report.kind.title,
      state: report.state.title, placeName: report.place?.name)
  }

  /// What the trail keeps of a search: a keyed hash of what was looked for and what was shown, no word.
  func detail(_ query: SearchQuery, _ result: SearchResult) -> [String: String] {
    let shown =
      result.people.map(\.place.reference) + result.records.map(\.place.reference)
      + [result.place?.reference].compactMap(\.self)
    return detail(query.canonical, Set(shown.map(\.description)).sorted())
  }

  /// The same for an old reference and the case it led to.
  func detail(ofOld typed: String, _ place: FoundPlace) -> [String: String] {
    detail(Sensitive(CarriedReferences.plain(typed)), [place.reference.description])
  }

  private func detail(_ text: Sensitive<String>, _ references: [String]) -> [String: String] {
    let sought = services.keyring.token(text.reveal(for: "keyed hash"), for: "casework.sought")
    return [
      "sought": sought.prefix(SearchIndex.bytes).hexadecimal,
      "key": String(services.keyring.version),
      "shown": references.joined(separator: " "),
    ]
  }
}

internal import Database
internal import Access
internal import Kernel
internal import Partnership
internal import Secrets

/// What a search found.
struct SearchResult: Sendable {
  /// Where a reference that was typed leads to; `nil` where it is nobody's, or none was typed.
  var place: FoundPlace?
  /// Where an old reference leads to that cases had in several systems.
  var old: [FoundPlace] = []
  var people: [FoundPerson] = []
  var hasMorePeople = false
  var records: [FoundRecord] = []
  var hasMoreRecords = false
}

extension SearchResult {
  /// The cases and reports it leads to.
  var places: [FoundPlace] {
    [place].compactMap(\.self) + old + people.map(\.place) + records.map(\.place)
  }
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

  /// Where what was typed leads to if cases had it as their reference in other systems.
  func places(ofOld typed: String, _ read: Read) throws -> [FoundPlace] {
    try CarriedReferences.all(typed, read).compactMap { id in
      try CaseStore(services).find(id, read).map { place(of: $0) }
    }
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
    detail(query.canonical, Set(result.places.map(\.reference.description)).sorted())
  }

  /// The same for an old reference and the cases it led to.
  func detail(ofOld typed: String, _ places: [FoundPlace]) -> [String: String] {
    detail(
      Sensitive(CarriedReferences.plain(typed)), places.map(\.reference.description).sorted())
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

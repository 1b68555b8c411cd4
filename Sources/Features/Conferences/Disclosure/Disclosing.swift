internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Decides about requests for one's own data in one conference that stands apart.
struct Disclosing {
  let desk: any Clerk
  let kind: ConferenceKind

  private var store: DisclosureStore { DisclosureStore(desk.services) }

  /// The open requests, and whether each was decided about here.
  func open(_ read: Read) throws -> [(request: ApartRequest, isDecided: Bool)] {
    let decided = try DisclosureStore.decided(in: kind.key, read)
    return try desk.services.apart.requests(desk.services, read).map {
      ($0, decided.contains($0.reference))
    }
  }

  /// One that is open; `nil` where there is none of that reference.
  func find(
    _ reference: Reference, _ read: Read
  ) throws -> (request: ApartRequest, decided: ApartDecision?)? {
    let open = try desk.services.apart.requests(desk.services, read)
    return try open.first { $0.reference == reference }.map {
      ($0, try store.find(reference, in: kind.key, read))
    }
  }

  /// What is kept here that may be about whoever asks, by every name of theirs.
  func found(_ request: ApartRequest, _ read: Read) throws -> [DisclosedRecord] {
    var ids: [Int64] = []
    for name in [request.name, request.otherNames] {
      for one in try ConferencePersonalData.find(name, in: kind, desk.services, read)
      where !ids.contains(one.id) { ids.append(one.id) }
    }
    return try ids.compactMap { id in
      try ConferencePersonalData.record(id, in: kind, desk.services, read).map {
        DisclosedRecord(id: id, record: $0)
      }
    }
  }

  func decide(_ request: ApartRequest, _ form: DisclosureForm, in write: Write) throws {
    try store.keep(
      form, of: request.reference, in: kind.key, by: desk.account, at: desk.now, in: write)
    try desk.record(
      "request-decided", kind,
      [
        "request": request.reference.description, "outcome": form.outcome.rawValue,
        "exemption": form.exemption?.rawValue ?? "none",
        "given": String(form.content.things.count),
      ], in: write)
  }
}

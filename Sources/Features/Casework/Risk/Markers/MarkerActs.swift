internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Writes markers, confirms them and takes them off, as the forms of a case ask.
struct MarkerActs {
  let visit: StaffVisit
  let file: CaseFile

  private var store: MarkerStore { MarkerStore(keyring: visit.services.keyring) }

  /// Adds a marker; what the story of the case says of it.
  func add(in write: Write) throws -> String {
    let form = try MarkerForm(
      visit.request.form, among: try subjects(write), today: London.day(visit.now))
    try store.add(
      form.content, about: form.subject, reviewOn: form.reviewOn, in: file.id,
      by: visit.actor.account, at: visit.now, write)
    return "\(form.content.warning) To be reviewed on \(form.reviewOn.words)"
  }

  /// Confirms a marker or takes it off; what the story says of it, and whether it was taken off.
  func review(in write: Write) throws -> (words: String, isEnded: Bool) {
    let today = London.day(visit.now)
    let places = try CasePlaces.keys(of: file.id, write)
    let standing = try store.markers(of: file.id, places: places, write)
      .filter { $0.endedAt == nil }
    let form = try MarkerReviewForm(visit.request.form, among: standing, today: today)
    let warning = form.marker.content.reveal(for: "story of the case").warning
    guard let day = form.reviewOn else {
      try store.end(form.marker, reason: form.reason, at: visit.now, in: write)
      return ("\(warning): \(form.reason)", true)
    }
    try store.confirm(
      form.marker, evidence: form.reason, reviewOn: day, at: visit.now, in: write)
    return ("\(warning): still holds, until it is reviewed on \(day.words). \(form.reason)", false)
  }

  /// The places and people of the case, by the value a form sends.
  private func subjects(_ write: Write) throws -> [(value: String, subject: MarkerSubject)] {
    let places = try CasePlaces(keyring: visit.services.keyring).places(of: file.id, write)
    let people = try CaseStore(visit.services).parts.people(
      of: file.id, as: CasePart.allCases, write)
    return places.map { ("place/\($0.key)", .place(key: $0.key, name: $0.name)) }
      + people.map { ("person/\($0.id)", .person($0.id)) }
  }
}

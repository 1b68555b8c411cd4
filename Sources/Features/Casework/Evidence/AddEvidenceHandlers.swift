internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Takes a file that an officer adds to a case.
struct AddEvidenceHandlers {
  let visit: StaffVisit

  func respond(_ reference: Reference) throws -> Response {
    try EvidencePolicy.require(.add, visit.actor)
    guard visit.request.method == .post else { return try form(reference, nil) }
    do { return try add(reference) } catch let refusal as Refusal {
      return try form(reference, refusal)
    }
  }

  private func form(_ reference: Reference, _ refusal: Refusal?) throws -> Response {
    let (_, incidents) = try visit.read { read in try found(reference, read) }
    let page = Page(
      frame: visit.frame, title: AddEvidencePage.title,
      crumbs: [Crumb("Case \(reference)", WorkRoute.file(reference).path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      AddEvidencePage(
        path: EvidenceRoute.add(reference).path, incidents: incidents,
        state: FormState(values: visit.request.form, refusal: refusal), csrf: visit.frame.csrf)
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  /// The words are read before the file is sealed, so that a slip in them costs no time.
  private func add(_ reference: Reference) throws -> Response {
    let (file, incidents) = try visit.read { read in try found(reference, read) }
    let form = try EvidenceForm(visit.request.form, incidents, isNew: true)
    guard let upload = EvidenceTaking.chosen(visit.request) else {
      throw Refusal(EvidenceTaking.field, EvidenceTaking.missing)
    }
    let taking = EvidenceTaking(services: visit.services, now: visit.now)
    var new = try taking.seal(upload)
    var content = new.content.reveal(for: "describing a file")
    content.description = form.description
    (new.content, new.occasion) = (Sensitive(content), form.occasion)
    let id = try taking.keep(new) { write, keep in
      guard try EvidenceStore(visit.services).of(file.id, write).count < EvidenceStore.most else {
        throw Refusal(EvidenceTaking.field, "The case holds as many files as one can")
      }
      let kept = try keep(.file(file.id), visit.actor.account)
      try CaseStore(visit.services).parts.write(
        .fact, about: file.id, "Evidence added: \(kept.words). \(form.description)",
        by: visit.actor.account, at: visit.now, in: write)
      try visit.record("evidence.added", file.subject, ["file": kept.id.description], in: write)
      return kept.id
    }
    return visit.redirect(to: EvidenceRoute.file(id).path, saying: "The file is added")
  }

  private func found(
    _ reference: Reference, _ read: Read
  ) throws -> (CaseFile, [EvidenceIncident]) {
    guard let file = try CaseStore(visit.services).find(reference, read) else {
      throw EvidenceProblem.notFound
    }
    return (file, try EvidenceIncident.of(file.id, read))
  }
}

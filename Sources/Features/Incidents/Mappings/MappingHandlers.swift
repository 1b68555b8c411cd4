internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages on which a mapping is made and edited.
enum MappingHandlers {
  static let crumbs =
    IncidentHandlers.crumbs + [Crumb("Other sources", SourceRoute.list.path)]

  /// The page of a new mapping.
  static func new(_ visit: StaffVisit) throws -> Response {
    try IncidentPolicy.require(.saveMappings, visit.actor)
    guard visit.request.method == .post else { return start(visit, nil) }
    if visit.request.form["do"] != "begin" { return try answer(visit, nil) }
    let key = visit.request.form["template"] ?? ""
    guard let template = MappingTemplate.all.first(where: { $0.key == key }) else {
      return start(visit, Refusal("template", "Choose what kind of file it is"))
    }
    do {
      guard let sample = try uploaded(visit, Mapping()) else {
        return start(visit, Refusal("file", "Choose a file of the source"))
      }
      var mapping = template.mapping.fitted(to: sample.sample.headings)
      mapping.separator = sample.separator
      let state = FormState(values: MappingForm.fields(mapping, version: 0))
      return page(visit, state, mapping, sample.sample, nil)
    } catch let refused as InputRefused {
      return start(visit, Refusal("file", refused.message))
    }
  }

  /// The page on which a mapping is edited.
  static func edit(_ visit: StaffVisit, _ key: String) throws -> Response {
    try IncidentPolicy.require(.saveMappings, visit.actor)
    guard let saved = try visit.read({ try MappingStore.find(key, $0) }) else {
      throw IncidentProblem.notFound
    }
    if visit.request.method == .post { return try answer(visit, saved) }
    let state = FormState(values: MappingForm.fields(saved.mapping, version: saved.version))
    return page(visit, state, saved.mapping, Sample(), saved)
  }

  /// Shows what was posted once more with its preview, or keeps it.
  private static func answer(_ visit: StaffVisit, _ saved: SavedMapping?) throws -> Response {
    let request = visit.request
    let form = MappingForm(request.form, key: saved?.mapping.key)
    let saving = MappingSaving(visit.services)
    var sample = Sample(text: request.form["sample"] ?? "")
    var refusal: Refusal?
    do {
      if let other = try uploaded(visit, form.mapping) { sample = other.sample }
      try form.check(saving)
      if request.form["do"] == "save" {
        let kept = try saving.save(form.mapping, after: form.version, by: visit.actor.account)
        return .redirect(to: SourceRoute.show(kept.mapping.key, page: 1).path)
      }
    } catch let found as Refusal {
      refusal = found
    } catch let refused as InputRefused {
      refusal = Refusal("file", refused.message)
    } catch DatabaseError.stale {
      refusal = Refusal(
        saved == nil ? "key" : "title",
        saved == nil
          ? "“\(form.mapping.key)” is taken: enter another key"
          : "Somebody saved another version meanwhile. Open the mapping again to see it")
    }
    let state = FormState(values: request.form, refusal: refusal)
    return page(visit, state, form.mapping, sample, saved)
  }

  /// The sample of a file that was posted, with what parts its values.
  private static func uploaded(
    _ visit: StaffVisit, _ mapping: Mapping
  ) throws -> (sample: Sample, separator: Mapping.Separator)? {
    guard let file = visit.request.files.first(where: { $0.field == "file" && $0.size > 0 }) else {
      return nil
    }
    let name = WaitingUpload.name(1, of: file.name, endings: ExtractName.endings)
    return try SampleReader(visit.services).sample(file.path, title: name, mapping)
  }

  private static func start(_ visit: StaffVisit, _ refusal: Refusal?) -> Response {
    let page = Page(frame: visit.frame, title: "New source", crumbs: crumbs, refusal: refusal) {
      ErrorSummary(refusal)
      MappingStartPage(
        csrf: visit.frame.csrf, state: FormState(values: visit.request.form, refusal: refusal))
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }

  private static func page(
    _ visit: StaffVisit, _ state: FormState, _ mapping: Mapping, _ sample: Sample,
    _ saved: SavedMapping?
  ) -> Response {
    let preview =
      state.refusal == nil && !sample.rows.isEmpty && mapping.saysWhen
      ? try? ExtractPreview(sample, mapping, visit.services) : nil
    let model = MappingFormModel(
      csrf: visit.frame.csrf, state: state, saved: saved, mapping: mapping, sample: sample,
      preview: preview)
    let crumbs = saved.map {
      Self.crumbs + [Crumb($0.mapping.title, SourceRoute.show($0.mapping.key, page: 1).path)]
    }
    let page = Page(
      frame: visit.frame, title: model.title, crumbs: crumbs ?? Self.crumbs,
      refusal: state.refusal
    ) {
      ErrorSummary(state.refusal)
      MappingFormPage(model: model)
    }
    return .html(page, status: state.refusal == nil ? 200 : 422)
  }
}

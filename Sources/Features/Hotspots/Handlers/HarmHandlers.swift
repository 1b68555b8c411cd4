internal import Access
internal import Commands
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of weights of harm.
enum HarmHandlers {
  static func page(_ visit: StaffVisit, _ refusal: Refusal?) throws -> Response {
    let model = try visit.read { read in
      HarmModel(
        current: try HarmStore.current(on: London.day(visit.now), read),
        scales: try HarmStore.all(read),
        state: FormState(values: visit.request.form, refusal: refusal),
        mayReplace: HotspotPolicy.may(.weigh, visit.actor))
    }
    return HotspotHandlers.page(visit, "Weights of harm", refusal) {
      HarmPage(model: model, csrf: visit.frame.csrf)
    }
  }

  /// Takes a file of weights into use.
  static func add(_ visit: StaffVisit) throws -> Response {
    try HotspotPolicy.require(.weigh, visit.actor)
    do {
      let scale = try scale(visit.request)
      try HarmReplacing(services: visit.services, account: visit.actor.account).add(scale)
    } catch let refusal as Refusal {
      return try page(visit, refusal)
    }
    return visit.redirect(to: HotspotRoute.harm.path, saying: "The weights are stored")
  }

  private static func scale(_ request: Request) throws -> HarmScale {
    var form = FormReader(request.form)
    let name = form.text("name", or: "Enter the name of the scale", limit: 100)
    let version = form.text("version", or: "Enter the version, such as 2026", limit: 40)
    let source = form.text("source", or: "Enter where it was published", limit: 400)
    var from = Day(number: 0)
    do { from = try DateInput.day("from", "Day it is used from", in: request.form) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    let file = request.files.first { $0.field == "file" && $0.size > 0 }
    if file == nil { form.refuse("file", "Choose the file of weights") }
    try form.finish()
    guard let file else { throw Refusal("file", "Choose the file of weights") }
    do {
      return HarmScale(
        name: name, version: version, from: from, source: source,
        weights: try HarmFile(path: file.path, name: "The file").read())
    } catch let refused as InputRefused {
      throw Refusal("file", refused.message)
    }
  }
}

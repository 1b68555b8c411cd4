internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of weights shows.
struct HarmModel {
  let current: HarmScale
  /// Every scale, the last to begin first.
  let scales: [HarmScale]
  let state: FormState
  let mayReplace: Bool
}

/// The weights of harm in use, where they come from, and how to replace them.
struct HarmPage: HTML {
  let model: HarmModel
  let csrf: String

  var body: some HTML {
    PageHead(
      "Weights of harm",
      lede: "How much each kind of incident weighs when places are ranked by harm.")
    HotspotLinks()
    Sheet(model.current.title) {
      p(.class("quiet")) { "In use from \(model.current.from.words). \(model.current.source)." }
      DataTable(
        caption: "Weights", hidesCaption: true,
        columns: [.text("Kind"), .number("Days"), .text("Note")],
        rows: model.current.weights.map { weight in
          [
            .text(weight.category),
            weight.lowest == nil ? .missing(weight.words) : .text(weight.words),
            .text(weight.note),
          ]
        })
    }
    Sheet("Scales") {
      DataTable(
        caption: "Scales", hidesCaption: true,
        columns: [.text("Scale"), .text("From"), .number("Kinds")],
        rows: model.scales.map { scale in
          [
            .text(scale.title), .text(scale.from.words),
            .text(NumberText.whole(scale.weights.count)),
          ]
        })
      p(.class("quiet small")) {
        "Of the scales that have begun, the last to begin is in use. The others stay for what cites "
        "them."
      }
    }
    if model.mayReplace { HarmForm(state: model.state, csrf: csrf) }
  }
}

private struct HarmForm: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("Use other weights") {
      PostForm(to: HotspotRoute.harm.path, csrf: csrf, upload: true) {
        FileField(
          "file", label: "CSV file",
          hint: "Headings: category,lowest,highest,note. Weights are days; leave both empty for a "
            + "kind without one.", accept: ".csv", in: state)
        TextField("name", label: "Name of the scale", in: state, width: .w20)
        TextField("version", label: "Version", in: state, width: .w8)
        DateField("from", legend: "Used from", in: state)
        TextField("source", label: "Where it was published", in: state)
        SubmitButton("Use these weights")
      }
    }
  }
}

extension HarmScale.Weight {
  /// The weight in days, such as "2 to 730".
  var words: String {
    guard let lowest, let highest else { return "No weight" }
    func days(_ value: Double) -> String {
      Int(exactly: value).map { NumberText.whole($0) } ?? NumberText.decimal(value)
    }
    return lowest == highest ? days(lowest) : "\(days(lowest)) to \(days(highest))"
  }
}

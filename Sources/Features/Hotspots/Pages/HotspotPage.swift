internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Which places stand out, why that is believable, and how earlier maps did.
struct HotspotPage: HTML {
  let model: HotspotModel
  let csrf: String

  var body: some HTML {
    PageHead("Hotspots", lede: "Places where more happens, and how far that can be believed.") {
      if model.map != nil {
        LinkButton(
          "Download GeoJSON", to: HotspotRoute.geoJSON(HotspotFilter(model.state.values)).path)
      }
    }
    HotspotLinks()
    SourceFacts(question: model.question, today: model.today)
    if let split = model.split { SplitFacts(split: split) }
    HotspotForm(model: model)
    if let problem = model.problem { Notice(.warn) { p { problem } } }
    if model.isSlow { Notice { p { HotspotProblem.tooLarge.message } } }
    if model.mayKeep, model.map != nil || model.isSlow {
      KeepForm(model: model, csrf: csrf)
    }
    if let map = model.map { MapResult(map: map, area: model.area) }
    RefusedAnalyses(precision: model.question.source.precision)
    BeforeYouAct()
  }
}

/// Where the events come from and how late they are.
struct SourceFacts: HTML {
  let question: HotspotQuestion
  let today: Day

  var body: some HTML {
    Facts([
      Fact(
        "Source", question.source.title,
        note: "Latest month \(question.span.upperBound.words), "
          + "\(question.lag(on: today)) months behind today")
    ])
  }
}

/// What a map of every kind is of: two counts, never their sum.
private struct SplitFacts: HTML {
  let split: KindSplit

  var body: some HTML {
    Facts([
      Fact(
        "Crimes with a place", NumberText.whole(split.crimes),
        note: "without anti-social behaviour", isBig: true),
      Fact(
        "ASB incidents with a place", NumberText.whole(split.others), note: "which are no crimes",
        isBig: true),
    ])
    Notice {
      p {
        "The map marks places by both together. Choose a kind above to tell them apart."
      }
    }
  }
}

/// What the map is to be drawn by.
private struct HotspotForm: HTML {
  let model: HotspotModel

  var body: some HTML {
    FilterForm(to: HotspotRoute.map(HotspotFilter()).path) {
      EventFields(question: model.question, state: model.state)
      SelectField(
        "method", label: "Method",
        choices: HotspotMethod.allCases.map { Choice($0.rawValue, $0.title) }, in: model.state)
      MonthFields(state: model.state)
      TextField("cell", label: "Cell, metres", in: model.state, width: .w8)
      TextField("reach", label: "Reach, metres", in: model.state, width: .w8)
      SubmitButton("Show", style: .line)
    }
  }
}

/// Which source and kind of events a page is of.
struct EventFields: HTML {
  let question: HotspotQuestion
  let state: FormState

  var body: some HTML {
    if question.sources.count > 1 {
      SelectField(
        "source", label: "Source", choices: question.sources.map { Choice($0.key, $0.title) },
        in: state)
    }
    SelectField(
      "category", label: "Kind", choices: question.categories.map { Choice($0, $0) },
      empty: "All kinds", in: state)
  }
}

/// Which months a page is of.
struct MonthFields: HTML {
  let state: FormState

  var body: some HTML {
    TextField("from", label: "From, such as 2026-07", in: state, width: .w8)
    TextField("to", label: "To, that month included", in: state, width: .w8)
  }
}

/// Asks for the map shown to be kept.
private struct KeepForm: HTML {
  let model: HotspotModel
  let csrf: String

  var body: some HTML {
    div(.class("mb5")) {
      PostForm(to: HotspotRoute.runs(page: 1).path, csrf: csrf) {
        for pair in model.state.values.pairs {
          input(.type(.hidden), .name(pair.name), .value(pair.value))
        }
        SubmitButton("Keep this map", style: .line)
      }
    }
  }
}

/// What a source cannot bear, with the reasons.
struct RefusedAnalyses: HTML {
  let precision: SourcePrecision

  var body: some HTML {
    Sheet("What this source cannot bear") {
      if precision.refused.isEmpty { p { "Its places and times are exact." } }
      SummaryList(precision.refused.map { ($0.analysis, $0.reason, nil) })
    }
  }
}

/// What to think of before something is done at a hotspot.
struct BeforeYouAct: HTML {
  var body: some HTML {
    Sheet("Before you act") {
      ul {
        li { "More reports can mean more people reporting, not more harm." }
        li { "A hotspot is a place. It says nothing about anyone who lives there." }
        li { "Near the partnership's border, what happens on the other side is missing." }
      }
    }
  }
}

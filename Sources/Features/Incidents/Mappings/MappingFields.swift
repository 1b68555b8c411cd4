internal import Design
internal import Markup
internal import Partnership

/// What the source is called, and how exactly it says where and when.
struct MappingNameFields: HTML {
  let model: MappingFormModel

  var body: some HTML {
    Sheet("The source") {
      TextField("title", label: "Name", hint: "As on pages and maps", in: model.state)
      if model.saved == nil {
        TextField(
          "key", label: "Key",
          hint: "Small letters, digits and hyphens, such as council-asb. It cannot be changed.",
          in: model.state, width: .w20)
      }
      TextField(
        "force", label: "Police force whose records they are",
        hint: "In full, such as Metropolitan Police Service. Where it began to record otherwise, "
          + "figures before and after are not compared. Leave this empty for others.",
        in: model.state)
      RadioField(
        "rows", legend: "What is a row?",
        choices: [
          Choice("events", "One incident"),
          Choice("months", "An area's counts of a kind, with a column for each month"),
        ], in: model.state)
      RadioField(
        "place", legend: "How exactly does it say where?",
        choices: [
          Choice("exact", "Where it happened, to some metres"),
          Choice("snapped", "A point nearby, so that nobody's home is shown"),
          Choice("area", "An area only"),
        ], hint: "It decides what may be done with it.", in: model.state)
      RadioField(
        "time", legend: "How exactly does it say when?",
        choices: [
          Choice("minute", "To the minute, or from when to when"), Choice("day", "The day"),
          Choice("month", "The month"),
        ], in: model.state)
    }
  }
}

/// Which column says what.
struct MappingColumnFields: HTML {
  let model: MappingFormModel

  var body: some HTML {
    Sheet("The columns") {
      p(.class("quiet")) {
        "Columns that are not named are not read. Never choose one with notes: what people wrote "
        "about people is not kept here."
      }
      for role in Mapping.Role.allCases {
        for place in 0..<MappingForm.places(of: role) {
          SelectField(
            MappingForm.field(role, place),
            label: place == 0 ? role.title : "\(role.title): second column",
            choices: model.headings, hint: place == 0 ? role.hint : role.secondHint,
            empty: "Not in the file", in: model.state)
        }
      }
      TextField(
        "otherwise", label: "Category of rows that say none",
        hint: "Or of all rows, where no column says it", in: model.state)
    }
  }
}

extension Mapping.Role {
  fileprivate var hint: String? {
    switch self {
    case .reference:
      "With it, a newer row takes the place of the older. Without, rows are known by what they say."
    case .category, .from: nil
    case .to: "The end of an interval, for incidents nobody saw"
    case .x: "For longitude and latitude this is the longitude, in whichever order they stand."
    case .y: nil
    case .area: "A ward or other area's code"
    case .location: "The name of a street or place. Its words stand in lists of incidents."
    case .outcome: "May change from file to file"
    }
  }

  fileprivate var secondHint: String? {
    switch self {
    case .category: "Where two say it, such as kind and detail"
    case .from, .to: "Where the time stands in a column of its own"
    case .reference, .x, .y, .area, .location, .outcome: nil
    }
  }
}

/// How dates, places and words are written.
struct MappingWayFields: HTML {
  let model: MappingFormModel

  var body: some HTML {
    Sheet("How it is written") {
      TextField(
        "dates", label: "How dates are written",
        hint: "dd/MM/yyyy HH:mm, yyyy-MM-ddTHH:mm:ssZ or MM/dd/yyyy for the American order. What "
          + "may be missing stands in [ ]. Of a table of months: how their headings are written, "
          + "such as yyyyMM.",
        in: model.state)
      SelectField(
        "zone", label: "The clock of its times",
        choices: [Choice("Europe/London", "London"), Choice("UTC", "UTC, turned into London's")],
        in: model.state)
      TextField(
        "system", label: "Coordinate system",
        hint: "EPSG:27700 for eastings and northings, EPSG:4326 for longitude and latitude, or "
          + "another number",
        in: model.state, width: .w20)
      TextArea(
        "renames", label: "Categories by other words",
        hint: "One a line, such as: Noise nuisance = Noise. All others stay in the source's words.",
        in: model.state, rows: 4)
      Disclosure("More about the files") {
        SelectField(
          "separator", label: "What parts the values of a line",
          choices: Mapping.Separator.allCases.map { Choice($0.rawValue, $0.title) },
          in: model.state)
        TextField(
          "sheet", label: "Sheet of a workbook", hint: "The first with these columns if empty",
          in: model.state)
        TextField(
          "plane", label: "Metres that points are kept in",
          hint: "EPSG:27700. A source of another country is kept in metres of its own: it is "
            + "counted, and stands on no map.",
          in: model.state, width: .w20)
        CheckboxField("mayLieAtSea", label: "Keep points that lie at sea", in: model.state)
      }
    }
  }
}

extension Mapping.Separator {
  /// What it is called.
  var title: String {
    switch self {
    case .comma: "Commas"
    case .semicolon: "Semicolons"
    case .tab: "Tabs"
    }
  }
}

internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of the register is drawn from.
struct OrdersModel {
  let filter: OrderFilter
  let orders: [Order]
  let hasMore: Bool
  /// The orders of a name that was looked up; `nil` where nobody looked.
  let found: [Order]?
  let now: Instant
  let mayIssue: Bool
  let mayCompare: Bool
  let state: FormState
  let csrf: String
}

/// The register: powers and steps, without names.
struct OrdersPage: HTML {
  let model: OrdersModel

  var body: some HTML {
    PageHead(
      "Orders and warnings",
      lede:
        "Every power used and step taken. Names are found by looking them up, and are not listed."
    ) {
      if model.mayIssue { LinkButton("Write one down", to: OrdersRoute.choose.path, style: .line) }
      LinkButton("Diary", to: OrdersRoute.diary().path)
      if model.mayCompare {
        LinkButton("Who receives orders", to: OrdersRoute.equality(nil).path)
      }
      LinkButton("Law and local rules", to: LawRoute.book(on: nil).path)
    }
    if let found = model.found {
      Sheet("Found by name", mark: .river) {
        OrderTable(
          orders: found, now: model.now, showsNames: true,
          empty: "Nothing in the register has that name.")
      }
    }
    FilterForm(to: Path("orders").text) {
      SelectField(
        "power", label: "Power", choices: Power.allCases.map { Choice($0.rawValue, $0.title) },
        empty: "Every power", in: filterState)
      SelectField(
        "show", label: "Show",
        choices: [Choice("live", "In force or to begin"), Choice("all", "All, latest first")],
        in: filterState)
      SubmitButton("Show", style: .line)
    }
    Sheet(
      model.filter.isLive
        ? "In force or to begin, the first to end first" : "All, the latest written down first"
    ) {
      OrderTable(
        orders: model.orders, now: model.now,
        empty: model.filter.isLive
          ? "No order is in force or to begin. Warnings are never in force: choose All to see them."
          : "Nothing is in the register yet.")
      Turning(page: model.filter.page, hasMore: model.hasMore) { page in
        var filter = model.filter
        filter.page = page
        return OrdersRoute.list(filter).path
      }
    }
    Sheet("Look a name up") {
      PostForm(to: OrdersRoute.list(OrderFilter()).path, csrf: model.csrf) {
        TextField(
          "wanted", label: "Name of a person, body or premises",
          hint: "Every word must be in the name. That you looked is recorded, the name is not",
          in: model.state, autocomplete: "off")
        SubmitButton("Look it up", style: .line)
      }
    }
  }

  private var filterState: FormState {
    FormState(
      values: Fields([
        ("power", model.filter.power?.rawValue ?? ""),
        ("show", model.filter.isLive ? "live" : "all"),
      ]))
  }
}

/// Orders in rows.
struct OrderTable: HTML {
  let orders: [Order]
  let now: Instant
  var showsNames = false
  let empty: String

  var body: some HTML {
    DataTable(
      caption: "Orders and warnings", hidesCaption: true,
      columns: [
        .text("Reference"), .text(showsNames ? "Power and name" : "Power"), .text("Place"),
        .text("From"), .text("To"), .text("State"),
      ],
      rows: orders.map { order in
        let standing = order.standing(at: now)
        return [
          .html { ReferenceLink(reference: order.reference) },
          .html {
            order.power.title
            if showsNames {
              br()
              strong { order.content.reveal(for: "look-up by name").name }
            }
          },
          order.placeName.isEmpty ? .missing("None") : .text(order.placeName),
          .text(order.term.startWords), .text(order.term.endWords),
          .html { StateMark(standing.mark, standing.title) },
        ]
      }, empty: empty)
  }
}

/// A reference that leads to its order.
struct ReferenceLink: HTML {
  let reference: String

  var body: some HTML {
    if let link = Reference(reference) {
      a(.href(OrdersRoute.show(link).path), .class("ref nowrap")) { reference }
    } else {
      span(.class("ref")) { reference }
    }
  }
}

internal import HTTP
internal import Kernel

/// The pages of bundles for a court.
enum BundleRoute: Route {
  /// The bundles of a case; POST begins one.
  case list(Reference)
  /// One bundle.
  case show(Reference, Int)
  /// One paper, by its key; POST decides about it.
  case paper(Reference, Int, key: String)
  /// Something done about a bundle; POST only.
  case act(Reference, Int, BundleAct)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard (3...5).contains(path.count), path[0] == "cases", path[2] == "bundles",
      let reference = Reference(path[1])
    else { return nil }
    guard path.count > 3 else {
      self = .list(reference)
      return
    }
    guard let number = Int(path[3]), (1...BundleStore.most).contains(number) else { return nil }
    switch path.dropFirst(4).first {
    case nil where method != .post: self = .show(reference, number)
    case "paper": self = .paper(reference, number, key: query["key"] ?? "")
    case let text?:
      guard method == .post, let act = BundleAct(rawValue: text) else { return nil }
      self = .act(reference, number, act)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .list(let reference): Path("cases", reference.description, "bundles").text
    case .show(let reference, let number):
      Path("cases", reference.description, "bundles", String(number)).text
    case .paper(let reference, let number, let key):
      Path("cases", reference.description, "bundles", String(number), "paper").with([("key", key)])
        .text
    case .act(let reference, let number, let act):
      Path("cases", reference.description, "bundles", String(number), act.rawValue).text
    }
  }
}

/// What is done about a bundle.
enum BundleAct: String, CaseIterable, Sendable {
  /// Which court, and who is named.
  case details
  /// Which papers go in.
  case choose
  case finish
  case delete
  /// The file itself.
  case file

  var notice: String {
    switch self {
    case .details: "It is kept"
    case .choose: "These papers go in"
    case .finish: "The bundle is finished: save the file"
    case .delete: "The draft is deleted"
    case .file: ""
    }
  }
}

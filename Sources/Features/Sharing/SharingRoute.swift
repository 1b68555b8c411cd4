internal import HTTP
internal import Kernel
internal import Partnership

/// The pages of sharing; no name ever stands in an address.
enum SharingRoute: Route {
  /// The register.
  case shares(ShareFilter)
  /// The register as a file of comma-separated values.
  case sharesFile(ShareFilter)
  /// The form that records a share, about a record where one is given.
  case record(about: Reference?)
  /// One share; a POST revokes it.
  case share(Reference)
  /// Its record on one page, as a file.
  case shareFile(Reference, PrintFormat)
  /// The agreements; a POST changes the rule on them.
  case agreements
  case newAgreement
  /// One agreement; a POST reviews or ends it.
  case agreement(ID<ShareAgreement>)
  /// Requests: those open, or those answered.
  case requests(isOpen: Bool, page: Int)
  case newRequest
  /// One request; a POST answers it.
  case request(Reference)
  /// The sets of depersonalised data; a POST says that one was sent.
  case sets
  /// One set as a file.
  case setFile(Quarter, source: String)
  /// What is past its time; a POST deletes or keeps one, or changes the time.
  case keeping
  /// The grounds in law.
  case grounds
  case newGround
  /// One ground; a POST dates it.
  case ground(ShareGround.Part, String)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "sharing" else { return nil }
    switch path.dropFirst().first {
    case nil: self = .shares(ShareFilter(query))
    case "register.csv" where path.count == 2: self = .sharesFile(ShareFilter(query))
    case "new" where path.count == 2:
      self = .record(about: query["about"].flatMap { Reference($0) })
    case "keeping" where path.count == 2: self = .keeping
    case "agreements": self.init(agreements: Array(path.dropFirst(2)))
    case "requests": self.init(requests: Array(path.dropFirst(2)), query)
    case "sets": self.init(sets: Array(path.dropFirst(2)))
    case "law": self.init(law: Array(path.dropFirst(2)))
    default: self.init(share: Array(path.dropFirst()))
    }
  }

  private init?(share path: [String]) {
    guard let reference = path.first.flatMap({ Reference($0) }) else { return nil }
    if path.count == 1 {
      self = .share(reference)
    } else if path.count == 2,
      let format = PrintFormat.allCases.first(where: { path[1] == "record.\($0.rawValue)" })
    {
      self = .shareFile(reference, format)
    } else {
      return nil
    }
  }

  private init?(agreements path: [String]) {
    switch path.count {
    case 0: self = .agreements
    case 1 where path[0] == "new": self = .newAgreement
    case 1:
      guard let id = ID<ShareAgreement>(path[0]) else { return nil }
      self = .agreement(id)
    default: return nil
    }
  }

  private init?(requests path: [String], _ query: Fields) {
    switch path.count {
    case 0:
      let page = query["page"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
      self = .requests(isOpen: query["show"] != "answered", page: page ?? 1)
    case 1 where path[0] == "new": self = .newRequest
    case 1:
      guard let reference = Reference(path[0]) else { return nil }
      self = .request(reference)
    default: return nil
    }
  }

  private init?(sets path: [String]) {
    switch path.count {
    case 0: self = .sets
    case 2 where path[1].hasSuffix(".csv"):
      guard case .quarter(let quarter)? = Period(slug: path[0]) else { return nil }
      self = .setFile(quarter, source: String(path[1].dropLast(4)))
    default: return nil
    }
  }

  private init?(law path: [String]) {
    switch path.count {
    case 0: self = .grounds
    case 1 where path[0] == "new": self = .newGround
    case 2:
      guard let part = ShareGround.Part(rawValue: path[0]) else { return nil }
      self = .ground(part, path[1])
    default: return nil
    }
  }

  /// Whether a form may be sent to it.
  var takesForms: Bool {
    switch self {
    case .shares, .sharesFile, .shareFile, .requests, .setFile, .grounds: false
    case .record, .share, .agreements, .newAgreement, .agreement, .newRequest, .request, .sets,
      .keeping, .newGround, .ground:
      true
    }
  }

  /// What it asks for: to see it, or to send it a form.
  func right(isForm: Bool) -> SharingRight {
    switch self {
    case .shares, .sharesFile, .shareFile, .requests: .see
    case .share, .request: isForm ? .share : .see
    case .agreements, .agreement: isForm ? .agree : .see
    case .record, .newRequest: .share
    case .newAgreement: .agree
    case .sets, .setFile: .send
    case .keeping: .keep
    case .newGround: .changeLaw
    case .grounds: .readLaw
    case .ground: isForm ? .changeLaw : .readLaw
    }
  }
}

extension SharingRoute {
  var path: String {
    switch self {
    case .shares(let filter): Path("sharing").with(filter.query).text
    case .sharesFile(let filter): Path("sharing", "register.csv").with(filter.query).text
    case .record(let about):
      Path("sharing", "new").with(about.map { [("about", $0.description)] } ?? []).text
    case .share(let reference): Path("sharing", reference.description).text
    case .shareFile(let reference, let format):
      Path("sharing", reference.description, "record.\(format.rawValue)").text
    case .agreements: Path("sharing", "agreements").text
    case .newAgreement: Path("sharing", "agreements", "new").text
    case .agreement(let id): Path("sharing", "agreements", id.description).text
    case .requests(let isOpen, let page):
      Path("sharing", "requests").with(
        (isOpen ? [] : [("show", "answered")]) + (page > 1 ? [("page", String(page))] : [])
      ).text
    case .newRequest: Path("sharing", "requests", "new").text
    case .request(let reference): Path("sharing", "requests", reference.description).text
    case .sets: Path("sharing", "sets").text
    case .setFile(let quarter, let source):
      Path("sharing", "sets", Period.quarter(quarter).slug, "\(source).csv").text
    case .keeping: Path("sharing", "keeping").text
    case .grounds: Path("sharing", "law").text
    case .newGround: Path("sharing", "law", "new").text
    case .ground(let part, let key): Path("sharing", "law", part.rawValue, key).text
    }
  }
}

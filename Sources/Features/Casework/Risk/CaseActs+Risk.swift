internal import Database
internal import Partnership

/// What is added to a case beside its own parts: each writes its entry into the story.
extension CaseActs {
  func add(_ act: CaseAct, in write: Write) throws {
    switch act {
    case .marker: try tell(.marker, markers.add(in: write), in: write)
    case .markerReview:
      let done = try markers.review(in: write)
      try tell(done.isEnded ? .markerEnd : .markerReview, done.words, in: write)
    case .place: try tell(.place, places.addPlace(in: write), in: write)
    case .vehicle: try tell(.vehicle, places.addVehicle(in: write), in: write)
    case .vehicleOff: try tell(.vehicleOff, places.removeVehicle(in: write), in: write)
    case .referral: try tell(.referral, referrals.add(in: write), in: write)
    case .referralAnswer: try tell(.referralAnswer, referrals.answer(in: write), in: write)
    case .support:
      try tell(.support, SupportActs(visit: visit, file: file).keep(in: write), in: write)
    default: break
    }
  }

  private var markers: MarkerActs { MarkerActs(visit: visit, file: file) }
  private var places: WhereActs { WhereActs(visit: visit, file: file) }
  private var referrals: ReferralActs { ReferralActs(visit: visit, file: file) }
}

extension ArchiveTable {
  /// How the targets of 2005-08 ended: figures and status as printed, measures and notes in our words.
  ///
  /// Source: Crime and Drugs Reduction Strategy 2008-11, Appendix 2, "Our performance: 2005-2008".
  static let outturn2005 = """
    area,number,measure,unit,sense,target,outturn,status,note
    property,1,"Vehicle crime, reduction",%,decrease,27.4,24,x,
    property,2,Personal robbery,"per 1,000 population",at most,6.5,6,✓,change given as -7.7 %
    property,3,"Commercial robbery, reduction",%,decrease,9,44,✓,
    property,4,"Theft from the person, reduction",%,decrease,14.3,,✓,"met, no figure given"
    property,5,Residential burglary,"per 1,000 population",at most,18.5,15.98,✓,change given as -13.6 %
    violence,6,"GBH, ABH and common assault, reduction on 2004/05",%,decrease,16.57,12.7,✓?,
    violence,7,"Gun-enabled crime, reduction",%,decrease,5,32.2,✓,
    violence,8,"Rape, sanctioned detection rate",%,at least,25,30.9,✓,
    violence,9,"Domestic violence actions carried out, of 11",%,at least,100,100,✓,
    asb,10,"Criminal damage, reduction",%,decrease,18.8,24.2,✓,
    asb,11,Share of 999 calls related to disorder,%,at most,17,,?,no data
    asb,12,Public land with unacceptable litter,%,at most,26,23.2,✓,
    asb,13,Abandoned vehicles removed within 24 hours,%,at least,90,99.12,✓,
    asb,14,"Non-accidental fires, reduction",%,decrease,6,,✓,"met in the first year, no figure given"
    asb,15,"ASB investigations begun in time (P1 one working day, P2 two)",%,at least,100,80,✓?,
    asb,16,P1 ASB cases with a perpetrator identified,%,at least,40,,?,no data
    asb,17,Acceptable Behaviour Contracts signed,count,rising,,121,✓,2007/08
    asb,18,Anti-Social Behaviour Orders,count,rising,,98,✓?,target missed by 2; 98 is the number live at year end
    asb,19,Drug addresses closed,count,at least,30,38,✓,2007/08
    asb,20,Housing injunctions issued,count,at least,30,18,✓?,over three years
    asb,21,"Breaches of ABCs, ASBOs and injunctions acted on",%,at least,100,100,✓,of known breaches
    asb,22,Young people on an ABC or ASBO using support,%,at least,75,53,✓?,outturn counts ABCs only
    asb,23,ASB cases in which procedures were followed,%,at least,100,43,x,of audited cases
    drugs,26,Drug address intelligence acted on within 28 days,%,at least,80,,?,no data; number used twice
    drugs,27,Drug supply offences referred for financial investigation,count,at least,50,,?,no data; number used twice
    drugs,24,Drug-using offenders engaged in treatment,%,at least,75,80,✓,
    drugs,25,Problematic drug users engaged in treatment,%,at least,83,42,✓?,numbers up 12 % in 2007/08
    drugs,26,Drug users kept in treatment 12 weeks or more,%,at least,55,82,✓,method changed since the target was set
    drugs,27.i,Treatment completed: inpatient,%,at least,73,47,✓?,one status for i-iii
    drugs,27.ii,Treatment completed: residential rehabilitation,%,at least,65,71,✓?,one status for i-iii
    drugs,27.iii,Treatment completed: GP prescribing,%,at least,50,26,✓?,one status for i-iii
    drugs,28,Waiting-time compliance for treatment,%,at least,100,82,✓?,
    drugs,29,Under-18s in treatment and counselling,count,rising,,1034,✓,
    hate,30,Hate incidents reported to the council,count,"phased (up, then down)",,,✓,"fell in 2007/08, no figure given"
    hate,31,Hate incidents investigated,%,at least,100,100,✓,
    hate,32,Satisfaction at the end of a hate case,%,at least,95,92,✓?,also: a check in 100 % of cases
    hate,33,"Race hate, sanctioned detection rate",%,at least,20,35,✓,
    hate,34,"Homophobic hate, sanctioned detection rate",%,at least,20,37.8,✓,
    youth,35,First-time entrants to the youth justice system,count,at most,360,336,✓,"given as -6.7 %, which is against the target"
    youth,36,"Reoffending by youth offending team clients, reduction",%,decrease,5,-2.5,x,it rose by 2.5 %
    youth,37.i,Custodial share of remands,%,at most,38,41,x,one status for i-ii
    youth,37.ii,Custodial share of sentences,%,at most,5,7.4,x,one status for i-ii
    concern,38,Respondents who name crime as a personal concern,%,at most,35,55,x,
    concern,39,Respondents who feel unsafe at night where they live,%,at most,25,45.5,x,
    concern,40,Gap between men and women who feel unsafe at night,points,at most,7,2,✓,
    """
}

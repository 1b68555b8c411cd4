extension ArchiveTable {
  /// The indicators of 2008-11: number, name, baseline and three targets, words and slips as printed.
  ///
  /// Source: Crime and Drugs Reduction Strategy 2008-11, indicator tables of each priority.
  static let strategy2008 = """
    priority,group,number,indicator,baseline,target_2008_09,target_2009_10,target_2010_11
    Acquisitive Crime,Local Area Agreement,NI16,Serious Acquisitive Crime Rate,"35.5 per 1,000 population (06/07)",-4.2%,-1.9%,-1.9%
    Acquisitive Crime,Other key,AC1,Residential Burglary,"15.98 per 1,000 population",-2.5%,-1%,-1%
    Acquisitive Crime,Other key,AC2,Theft from motor vehicle,"14.1 per 1,000 population",-7.9%,-3%,-2%
    Acquisitive Crime,Other key,AC3,Theft of motor vehicle,"5.5 per 1,000 population",-1%,-1%,-1%
    Acquisitive Crime,Other key,AC4,Personal robbery,"6.42 per 1,000 population",-1%,-2.5%,-2.5%
    Acquisitive Crime,Other key,AC5,Serious acquisitive crime sanction detection rate,9.8%,11.7%,Not set,Not set
    Anti-Social Behaviour,Local Area Agreement,NI.21,Dealing with local concerns about anti - social behaviour and crime by the local council and police,To be baselined (New Indicator),Not set,TBC,TBC
    Anti-Social Behaviour,Local Area Agreement,NI.33,Arson incidents,50.61%,49.1%,47.7%,46.2%
    Anti-Social Behaviour,Other key,NI.17,Perceptions of anti social behaviour,49% (07/08),44%,43%,41%
    Anti-Social Behaviour,Other key,NI.22,Perceptions of parents not taking responsibility for the behaviour of their children in the area,81% (07/08 Outturn),73%,71%,69%
    Anti-Social Behaviour,Other key,NI.23,Perceptions that people in the area are not treating one another with respect and consideration,53.6% (07/08 Outturn),50%,47%,44%
    Anti-Social Behaviour,Other key,NI.24,Satisfaction with the way the police and local council dealt with antisocial behaviour,To be baselined (New Indicator),Not set,TBC,TBC
    Anti-Social Behaviour,Other key,NI.25,Satisfaction of different groups with the way the police and local council dealt with anti social behaviour,To be baselined (New Indicator),Not set,TBC,TBC
    Anti-Social Behaviour,Other key,NI.27,Understanding of local concerns about anti social behaviour and crime by the local council and police,To be baselined (New Indicator),Not set,TBC,TBC
    Anti-Social Behaviour,Other key,NI.41,Perceptions of drunk or rowdy behaviour as a problem,41.8% (07/08 Outturn),40%,38%,36%
    Class A Drug Supply,Local Area Agreement,NI.42,Perceptions of drug use or drug dealing as a problem,68% (06/07 LGUSS),65%,62%,60%
    Class A Drug Supply,Other key,NI.38,Drug related (Class a drugs) offending rate,Delayed 09/10,None,TBC,TBC
    Class A Drug Supply,Other key,DS1,Class A Possession Arrests,439,461,Not set,Not set
    Class A Drug Supply,Other key,DS2,Class A Supply Arrests,189,227 (+20%),Not set,Not set
    Class A Drug Supply,Other key,DS3,Number of Drugs Act Search Warrant Executed,200,210 (+5%),Not set,Not set
    Hate Crime and Incidents,Other key,HC1,Increase the percentage of enforcement action in Hate Crime cases,35%,70%,80%,90%
    Hate Crime and Incidents,Other key,HC2,Racist crime sanctioned detection rate,35%,38%,Not set,Not set
    Hate Crime and Incidents,Other key,HC3,Homophobic crime sanctioned detection rate,37.8%,44%,Not set,Not set
    Violent Crime,Local Area Agreement,NI15,Serious violent crime rate,Will be baselined on 08/09 data,None,TBC,TBC
    Violent Crime,Other key,NI.20,Assault with injury crime rate,To be baselined (New Indicator),None,TBC,TBC
    Violent Crime,Other key,NI.26,Specialist support to victims of a serious sexual offence,Delayed 09/10,None,TBC,TBC
    Violent Crime,Other key,NI.28,Knife crime rate,"2.16 per 1,000 of population",-6%,-2%,-1%
    Violent Crime,Other key,NI.29,Gun crime rate,81,-5%,-2%,-2%
    Violent Crime,Other key,NI.32,Repeat incidents of domestic violence,Delayed 09/08,None,TBC,TBC
    Violent Crime,Other key,NI.34,Domestic Violence – Murder,1,0,0,0
    Violent Crime,Other key,VC1,GBH Sanctioned Detections,To be baselined,None,TBC,TBC
    Violent Crime,Other key,VC2,Rape Sanctioned Detections,30.9%,35%,Not set,Not set
    Violent Crime,Other key,VC3,Domestic Sanctioned Detections,47.1%,47%,Not set,Not set
    Violent Crime,Other key,VC4,Average time taken before Domestic Violence is reported to a specialist service,3.85 years (07/08),-9%,-11%,Not set
    Resilience and Counter-Terrorism,Local Area Agreement,NI.35,Building Resilience to Violent Extremism,12/20 (07/08),16,18,20
    Resilience and Counter-Terrorism,Other key,NI.36,Protection against terrorist acts,Will be baselined using 08/09 data,None,Not set,Not set
    Resilience and Counter-Terrorism,Other key,NI.37,Awareness of civil protection arrangements in the local area,Will be baselined using 08/09 data,None,Not set,Not set
    Drug Use,Local Area Agreement,NI.40,Drug users in effective treatment,1169,1263,1276,1289
    Drug Use,Other key,NI 115,Substance misuse by young people,3% of young people frequently misusing substances,Not set,Not set,Not set
    Drug Use,Other key,DAT 1,Reduced percentage of Drug Intervention Programme clients reoffending,13%,9%,Not set,Not set
    Reducing Reoffending,Local Area Agreement,NI18,Adult reoffending rates for those under probation supervision,Baseline expected Dec.08,None,TBC,TBC
    Reducing Reoffending,Other key,NI30,Re-offending rate of prolific and priority offenders,31% (07/08 Outturn),30%,30%,27%
    Reducing Reoffending,Other key,NI14 3,Offenders under probation supervision living in settled and suitable accommodation at the end of their order or licence,73% (07/08 Outturn),76%,79%,82%
    Reducing Reoffending,Other key,NI14 4,Offenders under probation supervision in employment at the end of their order or licence,28% (07/08 Outturn),31%,34%,37%
    Juvenile Crime,Local Area Agreement,NI19,Rate of proven re-offending by young offenders,Target setting deferred,None,TBC,TBC
    Juvenile Crime,Other key,NI43,Young people within the Youth Justice System receiving a conviction in court who are sentenced to custody,8% (06/07 outturn),5%,5%,5%
    Juvenile Crime,Other key,NI44,Ethnic composition of offenders on Youth Justice System disposals,Target setting deferred,TBC,TBC,TBC
    Juvenile Crime,Other key,NI45,"Young offenders engagement in suitable education, employment or training",72.5% (06/07 outturn),90%,90%,90%
    Juvenile Crime,Other key,NI46,Young offenders access to suitable accommodation,95.5% (06/07 Outturn),95%,95%,95%
    Juvenile Crime,Other key,NI11 1,First time entrants to the Youth Justice System aged 10 – 17,"336 (07/08 actuals for 3 quarters, aggregated to whole year)",-2%,-5%,Not set
    Juvenile Crime,Other key,YOT 1,Youth Violence,Baseline awaited.,-5.5%,-3%,-2%
    Criminal Justice,Sanctioned detections,AC1,Residential Burglary Sanctioned Detections,17.4%,16%,Not set,Not set
    Criminal Justice,Sanctioned detections,AC2,Robbery (Combined) Sanctioned Detections,14.3%,17%,Not set,Not set
    Criminal Justice,Sanctioned detections,AC3,Vehicle Crime Sanctioned Detections,7.6%,8%,Not set,Not set
    Criminal Justice,Sanctioned detections,AC4,Overall Tier 2 SD rate,9.80%,11.70 %,Not set,Not set
    Criminal Justice,Sanctioned detections,VC1,GBH Sanctioned Detections,To baseline on 08/09 data,Not set,Not set,Not set
    Criminal Justice,Sanctioned detections,VC2,Rape Sanctioned Detections,30.9%,35.00 %,Not set,Not set
    Criminal Justice,Sanctioned detections,VC3,Domestic Sanctioned Detections rate,47.1%,47.00 %,Not set,No set
    Criminal Justice,Sanctioned detections,VC4,Other Tier 1 Sanctioned Detections (other sexual offences),No baseline as new indicator,32.00 %,Not set,Not set
    Criminal Justice,Sanctioned detections,VC5,Racial Sanctioned Detections,35%,38.00 %,Not set,Not set
    Criminal Justice,Sanctioned detections,VC6,Homophobic Sanctioned Detections,37.8%,44.00 %,Not set,Not set
    Criminal Justice,Sanctioned detections,VC7,Tier 3 Sanctioned Detections,No baseline as new indicator,29.00 %,Not set,Not set
    """
}

"""What editors do to a line as a matter of course passes; what looks like it and claims more does
not."""

import pytest

from reframe import Reframer


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # who receives stands right behind the verb, or behind "with"
        ("Provided weekly tips to the ushers on seating", "Gave the ushers weekly tips on seating"),
        ("Providing remedies to growers for the leaf problems", "Provided growers with remedies for leaf problems"),
        # the noun of a means, of a purpose, and in a row of acts, told by its verb
        ("Keep the orchard in shape through pruning of limbs and mowing", "Keep the orchard in shape by pruning limbs and mowing"),
        ("Supported six coaches in planning of camps and in shopping for meal preparation", "Supported six coaches in planning camps and in shopping for preparing meals"),
        ("My jobs were sweeping, mopping, and emptying bins", "Swept, mopped and emptied bins"),
        # a noun that takes its own prepositions
        ("Found solutions for leaks in barns", "Found solutions to leaks in barns"),
        ("Kept records of the weights of two ponies", "Kept weight records for two ponies"),
        # the same words in the same order, with a comma more or less
        ("Served drinks in all summer, spring, and autumn concerts", "Served drinks in all summer, spring and autumn concerts"),
        # what stands for what, where one word has two candidates
        ("Ran raffles resulting in an increase in dues, increased gifts by 8%, and increased sales by 5%", "Ran raffles that increased dues, raised gifts by 8% and raised sales by 5%"),
        # what only leads from one noun to another
        ("Drew up a rota for all kitchens", "Drew up a rota covering all kitchens"),
        ("Built a rack which holds 30 skis", "Built a rack for 30 skis"),
        # part and remit, whatever the parse
        ("Kennel map design and upkeep to support Grooming and Boarding billing", "Design and upkeep of a kennel map to support grooming and boarding billing"),
        ("Assisted the vet in catching, clipping and washing sheep", "Helped the vet catch, clip and wash sheep"),
        ("As part of a nine-person crew, laid sod at 4 parks", "Laid sod at four parks as part of a crew of nine"),
        ("Responsible for: writing menus, collecting fees, fuel planning, and training cooks", "Wrote menus, collected fees and trained cooks; responsible for fuel planning"),
        # names and dates
        ("Filed permits under the ISO 22000 rules", "Filed permits under ISO-22000 rules"),
        ("Did the safety checks for the year 2011", "Did the 2011 safety checks"),
        ("1.Evaluated bids", "Evaluated bids"),
        ("Cleaned ATM machines", "Cleaned ATMs"),
        ("Kept up to date on frost rules", "Stayed current on frost rules"),
        ("Ward Clerk - filed charts and paged porters", "As ward clerk, filed charts and paged porters"),
        ("Deck Supervisor oversees the paint stores and lists shortages", "As deck supervisor, oversee the paint stores and list shortages"),
        # tools that served an act
        ("Used lathes like the Myford for turning legs", "Turned legs using lathes such as the Myford"),
        # what was taught, and to whom
        ("Completed training of new ushers on the gates", "Trained new ushers on the gates"),
        ("Attended a course on bees and sold honey", "Took a course on bees and sold honey"),
        # lists: which item comes first, and what ties the first ties all
        ("Served as a judge at local craft fairs and talks", "Served as a judge at local craft talks and fairs"),
        ("Spoke with the mayor about Road Works, Lighting, and Bus Lanes", "Spoke with the mayor on Road Works, Lighting and Bus Lanes"),
        ("Went to weekly rehearsals, fittings, and debrief", "Went to weekly rehearsals, fittings and debriefs"),
        # what was done to one thing in a row
        ("Made sure that the oars were rinsed and stacked after each race", "Made sure the oars were stacked and rinsed after every race"),
        ("Moored yachts for two summers with no losses", "Moored yachts for two summers without losses"),
        ("Was given the Best Float prize in 2012", "Received the Best Float prize in 2012"),
        # a line without articles, and what described a thing and names it now
        ("Load crates from dock onto barge", "Loaded crates from the dock onto barges"),
        ("Rotating perishable goods and dusting", "Rotated perishables and dusted"),
        ("Wrote tags by hand when no one had ink", "Hand-wrote tags when nobody had ink"),
        # by doing what an act was helped
        ("Aided with settling of new tenants by giving a tour of the flats", "Helped settle new tenants by giving a tour of the flats"),
        # a figure shared out, wherever "each" stands
        ("Ran yoga hours on Mondays, with 12 guests in each", "Ran yoga hours, each with 12 guests, on Mondays"),
        ("Tutored algebra to nine pupils, each for an hour", "Tutored nine pupils in algebra for an hour each"),
        # a place that is told behind either of two acts
        ("Escorted guests and sold passes at the main gate of a pier", "Sold passes and escorted guests at the main gate of a pier"),
        # for whom an act was done, named in front of it
        ("For riders whose bikes were late, called them and booked new slots", "Called riders whose bikes were late and booked new slots"),
        # when an act was done, in front of it
        ("Groomed ponies, and trimmed the manes of mules when asked", "Groomed ponies and, when asked, trimmed the manes of mules"),
        ("Pruned vines; when the warden was out, drove the tractor", "Pruned vines. Drove the tractor in the warden's absence"),
        # a group that is many, and calls
        ("Kept lockers for 150 staff", "Kept lockers for 150 employees"),
        ("Answered up to 80 calls a day", "Answered up to 80 phone calls a day"),
        # what is done with a tool stands behind a thing, not a person
        ("Welded stands and frames for boats using a jig", "Welded boat stands and frames using a jig"),
        # an act in two words, and one that was done again and again
        ("Kept the log and did spot-checking for two clerks", "Kept the log and spot-checked for two clerks"),
        ("Sorted the mail, then would type up the list", "Sorted the mail, then typed up the list"),
        # what one was while one acted, and an act told with "was"
        ("Took part in sea trials and wrote logs as a QA trainee", "Wrote logs and took part in sea trials as a quality assurance trainee"),
        ("Took part in sea trials and was making charts in Excel", "Participated in sea trials and made charts in Excel"),
        ("Cleaned nets when there were no guests", "Cleaned nets in the absence of guests"),
        ("Won 2 Sailor of the Month awards", "Named Sailor of the Month twice"),
        ("Occasionally gave tours", "Gave occasional tours"),
        ("Did sketches under the guidance of 2 masons", "Did sketches under two masons' guidance"),
        # a figure behind all acts counts what the first was done to
        ("Packed crates for farms and sealed them, 40 per shift", "Packed 40 crates for farms per shift and sealed them"),
        ("Looked after the budget of the depot ($3K a year)", "Looked after the depot's budget ($3,000 a year)"),
        # nouns that take either preposition, or name whom they were held with
        ("Kept the files of about 40 lodgers", "Kept files for about 40 lodgers"),
        ("Went to meetings with growers", "Went to grower meetings"),
        ("Typed drafts for approval by the mayor", "Typed drafts for the mayor's approval"),
        ("Bookings for the tennis courts and the hall were managed by me", "Managed tennis court and hall bookings"),
        # what stands in front of its act, and whom a pronoun stands for
        ("Sorted small parcels; larger parcels I passed to a clerk", "Sorted small parcels and passed larger parcels to a clerk"),
        ("Had 25 families, making visits and sending them forms", "Had 25 families, making visits and sending families forms"),
        # examples of a kind, and a range
        ("Served tea at events such as fêtes, balls and regattas", "Served tea at fêtes, balls, regattas and other events"),
        ("Led 5-15 rowers", "Led from 5 to 15 rowers"),
        ("Did careful cleaning of lenses", "Carefully cleaned lenses"),
        ("The goal of the study, on which I worked as a clerk, was to cut waits", "Worked as a clerk on a study that aimed to cut waits"),
        # two equals in another order, money in millions, small words
        ("Greeted all guests and visitors politely and warmly", "Greeted all visitors and guests warmly and politely"),
        ("Kept accounts of a £4m barn", "Kept accounts of a £4 million barn"),
        ("Logged faults which couldn't be mended, 5 to 10 in any given week", "Logged faults that could not be mended, five to ten a week"),
        ("Under supervision, set 31 bones and 9 joints", "Set, under supervision, 31 bones and 9 joints"),
        ("Called cues on the nights when the manager was away", "Called cues on nights the manager was away"),
        ("Support for over 350 tills at 19 shops", "Supported over 350 tills at 19 shops"),
        ("Was a contributor to the writing of the harbor guide", "Contributed to writing the harbor guide"),
        ("Drew a map for a park which was opened for a jubilee", "Drew a map for a park opened for a jubilee"),
        # equal words that stand twice, and names that the parse takes for acts
        ("Served in a general glider company and a glider training company while in Ohio", "While in Ohio, served in a general glider company and a glider training company"),
        ("Fed the lemurs and tapirs", "Fed the tapirs and lemurs"),
        ("Worked with two other backend devs on moving bills", "With two other back-end developers, worked on moving bills"),
        ("My day consisted of feeding mules and raking", "Fed mules and raked"),
        # acts that help was given by, and set phrases
        ("Helped growers by answering questions", "Answered growers' questions"),
        ("Checked 40 hives every fortnight between April and September", "Checked 40 hives fortnightly from April to September"),
        ("Ensure that bills are sent in a timely & accurate manner", "Ensure bills are sent accurately and on time"),
        ("Taught up to 25 sailors at any given time", "Taught as many as 25 sailors at a time"),
        ("Help children with homework and keeping a sheet", "Helped children with homework and kept a sheet"),
        # praise off, and an item of a list with its own word
        ("Gave guests excellent directions", "Gave guests directions"),
        ("Building of custom racks in oak and walnut was done by me", "Built custom oak and walnut racks"),
        ("Managed to finish all boats in the space of one night", "Finished all boats in one night"),
        ("Helped more than 30 pupils reach their marks", "Assisted over 30 pupils in reaching their marks"),
        # set phrases, and a plain form that goes on with the line
        ("Cleaned 16 huts per shift inc. sweeping & restocking", "Cleaned 16 huts per shift, including sweeping and restocking"),
        ("Leading hikes for beginners, max. 14 per hike", "Led beginners' hikes, with at most 14 per hike"),
        ("Worked as part of a four man gang that laid paths", "Laid paths as part of a four-person gang"),
        ("Assist with preparing menus and provide rides to guests", "Assisted with menu preparation and gave guests rides"),
        ("It was my task to escort divers", "Escorted divers"),
        # what described one thing and is joined to another
        ("Tested pumps and operating valves to assess operating costs", "Tested pumps and operating valves so as to assess operating costs"),
        # how much a thing changed, told otherwise
        ("Noise from the depot fell by a third", "Noise from the depot dropped by a third"),
        ("Ticket returns have almost halved", "Ticket returns have nearly halved"),
    ],
)  # fmt: skip
def test_what_editors_do_passes(before: str, after: str, reframer: Reframer) -> None:
    assert reframer.check(before, after) == ()


@pytest.mark.parametrize(
    ("before", "after", "cls"),
    [
        # who learned is not who taught
        ("Completed winch training and moored boats", "Conducted winch training and moored boats", "relation"),
        ("Completed usher training in May", "Trained ushers in May", "relation"),
        ("Attended a workshop on glazing", "Ran a workshop on glazing", "relation"),
        # what became of a thing is not what somebody did to it
        ("Ticket returns have almost halved", "Almost halved ticket returns", "outcome"),
        ("Ran the stall, and honey sales increased by 30%", "Ran the stall and increased honey sales by 30%", "outcome"),
        # how often was said of several things
        ("Made weekly and monthly checks of wells and tanks", "Made weekly checks of wells and monthly checks of tanks", "relation"),
        # what help was with stays help
        ("Assisted campers with daily chores; cooking, washing", "Assisted campers with daily chores; cooked and washed", "participation"),
        ("Assisted the vet in catching, clipping and washing sheep", "Helped the vet catch sheep, and clipped and washed them", "participation"),
        # what is handed to somebody is not about them
        ("Gave trip reports to the harbor board", "Gave trip reports of the harbor board", "relation"),
        ("Sent samples to growers", "Sent grower samples", "relation"),
        # things that were for something
        ("Bought saws for cutting panels", "Cut panels with saws", "relation"),
        ("Made sure that the oars were rinsed and the sails stacked", "Made sure the sails were rinsed and the oars stacked", "relation"),
        ("Wrote a guide for nurses", "Wrote a guide covering nurses", "verb"),
        ("Ran a van that carried ushers", "Ran a van for ushers", "verb"),
        ("Made changes to rotas for nurses", "Made changes for rotas to nurses", "relation"),
        # one barge, and which talks
        ("Loaded crates from the dock onto the barge", "Loaded crates from the dock onto the barges", "relation"),
        ("Took part in craft fairs and county talks", "Took part in county fairs and craft talks", "relation"),
        ("Writing menus and advertisements", "Wrote menus and advertised", "relation"),
        ("Rotating goods, dusting and training", "Rotated goods, dusted and trained staff", "word"),
        ("Aided with settling of new tenants by giving a tour of the flats", "Settled new tenants by giving a tour of the flats", "participation"),
        # one group is not many
        ("Taught a class of 12", "Taught classes of 12", "relation"),
        ("Groomed ponies when asked, and trimmed manes", "Groomed ponies and, when asked, trimmed manes", "relation"),
        ("Responded to calls at night", "Responded to phone calls at night", "word"),
        ("Ran courts for clubs and took hall bookings", "Ran the hall and took court bookings for clubs", "relation"),
        ("Packed crates and swept 3 halls, 40 crates per shift", "Packed crates and swept 40 halls per shift", "number"),
        ("Went to meetings with growers", "Ran grower meetings", "verb"),
        ("Served tea at fêtes and balls", "Served tea at fêtes, balls and other events", "word"),
        ("Packed crates and swept halls, 40 per shift", "Packed 40 crates per shift and swept halls", "relation"),
        ("Took calls from 6 to 10 in the evening", "Took 6 to 10 calls in the evening", "number"),
        # what help was in, and what described a thing
        ("Assisted tutors in teaching pupils", "Assisted tutors by teaching pupils", "participation"),
        ("Assisted the vet with bandaging of hooves, removal of splinters; fed mules", "Assisted the vet with bandaging hooves; removed splinters and fed mules", "participation"),
        ("Took part in finding time saving ideas", "Took part in finding ideas, saving time", "relation"),
        ("Took part in finding time-saving ideas", "Took part in finding ideas and saving time", "relation"),
        ("Assist sailors with maps, permits, and filling tanks", "Assisted sailors with maps and permits, and filled tanks", "participation"),
        ("Filed claims and weekly reports", "Filed weekly claims and reports", "relation"),
        ("Gave guests directions", "Gave guests excellent directions", "importance"),
        # what the employer does, and what only set a page
        ("It provides loans to growers", "Provided loans to growers", "relation"),
        ("Laid out the menu from templates", "Designed the menu from templates", "verb"),
        # whom it was for
        ("Welcomed visitors at the pier", "Welcomed clients at the pier", "word"),
        ("Weighed patients", "Weighed customers", "word"),
        # which of two
        ("Mended blue nets and dyed white ones", "Mended white nets and dyed blue ones", "relation"),
        ("Wrote drafts for the auditors", "Wrote drafts with the auditors", "relation"),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_edit_is_told(
    before: str, after: str, cls: str, reframer: Reframer
) -> None:
    assert cls in {finding.cls for finding in reframer.check(before, after)}

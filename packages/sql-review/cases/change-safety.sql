-- expect: dml-no-where
update orders set state = 2;
delete from orders;
delete quick from shop.orders;
delete o from orders o join people p on p.id = o.payer;
update orders o inner join people p on o.payer = p.id set o.name = p.name;
delete from orders limit 1000;
update orders o left join people p on p.id = o.payer set o.state = 1;
-- no-hit: dml-no-where
update orders set state = 2 where id = 1;
delete from orders where state = 3;
explain delete from orders;
select id from orders;
update orders o join people p on p.id = o.payer and p.state = 3 set o.name = p.name;
update orders o join (select id from people where state = 3) p on p.id = o.payer set o.state = 1;
-- expect: where-always-true
delete from orders where ifnull(1, 0) = 1;
delete from orders where length('a') > 0;
delete from orders where note like '%';
delete from orders where qty > 5 or qty <= 5;
delete from orders where id is null or id is not null;
update orders set state = 2 where state = 5 or 1 in (1, 2);
delete from orders where '1' = 1;
delete from orders where 1 between 0 and 2;
delete from orders where 1 + 1 = 2;
delete from orders where -1;
delete from orders where null is null;
update orders set state = 2 where exists (select 1);
delete from orders where 'a' like 'a%';
update orders set state = 2 where 1 = 1;
delete from orders where id = 7 or true;
delete from orders where (1) and 'a' = 'a';
update orders o set state = 2 where o.id = o.id;
delete from orders where not (1 = 2);
-- no-hit: where-always-true
delete from orders where ifnull(note, 'x') = 'x';
delete from orders where note like '%' and id = 3;
delete from orders where not null;
delete from orders where not (null and id = 3);
delete from orders where n > 5 or n < 5;
delete from orders where exists (select 1 from items where items.id = orders.id);
delete from orders where 'ä' = 'a';
update orders set state = 2 where 1 = 1 and id = 3;
delete from orders where id = 7 or state = 1;
update orders set state = 2 where id = state;
select id from orders where 1 = 1;
delete from orders where 'a' = 'A';
-- expect: where-never-true
select id from orders where 'a' = 'b';
select id from orders where n = 5 and n in (1, 2);
select id from orders where n <> 3 and n = 3;
delete from orders where n in (1, 2) and n in (3, 4);
select id from orders where not true;
update orders set state = 2 where 1 = 2;
delete from orders where id = 7 and false;
select id from orders where null;
select id from orders where 0 or 3 < 2;
select id from orders where state = 1 and state = 2;
select id from orders where n > 10 and n < 5;
delete from orders where code = 'a' and payer = 3 and code = 'b';
select id from orders where payer is null and payer = 3;
update orders set state = 1 where n between 5 and 9 and 10 < n;
-- no-hit: where-never-true
select id from orders where n = 5 and n in (5, 6);
select id from orders where n <> 3 and n = 4;
select id from orders where n in (1, 2) and n in (2, 3);
select id from orders where id = 1;
delete from orders where id = 7 or false;
update orders set state = 2 where 2 > 1 and id = 1;
select id from orders where state = 1 or state = 2;
select id from orders where n >= 5 and n <= 5;
select a.id from orders a join orders b on b.id = a.next where a.state = 1 and b.state = 2;
select id from orders where code = 'a' and code = 'A';
select id from orders where state = 1 and exists (select 1 from items where state = 2);
-- expect: update-set-and
insert into orders (id, n) values (1, 2) on duplicate key update n = 3 and payer = 4;
insert into orders set n = 3 and payer = 4;
update orders set note = 'a' and n = 1 and payer = 3 where id = 1;
update orders set state = 2 and payer = 5 where id = 1;
update orders set state = (2) and (payer = 5) where id = 1;
update orders o join people p on p.id = o.payer set o.state = 1 and p.state = 2 where o.id = 1;
-- no-hit: update-set-and
update orders set ok = n > 3 and payer = 4 where id = 1;
update orders set ok = note is not null and n = 1 where id = 1;
update orders set ok = if(n = 1 and payer = 2, 1, 0) where id = 3;
update orders set state = 2, payer = 5 where id = 1 and state = 1;
update orders set paid = amount and 1 where id = 1;
update orders set paid = (amount > 5) where id = 1 and payer = 2;
-- expect: dml-limit
update orders set state = 2 where payer = 1 limit 10;
delete from orders where payer = 1 limit 10;
delete from orders where payer = 1 order by id limit 10;
-- no-hit: dml-limit
update orders set state = 2 where payer = 1;
select id from orders limit 3;
insert into orders (id) select id from old_orders limit 5;
-- expect: dml-multi-table
update orders o join people p on p.id = o.payer set o.state = 2 where p.id = 4;
update orders o, people p set o.state = 2 where p.id = o.payer;
delete o from orders o join people p on p.id = o.payer where p.id = 4;
-- no-hit: dml-multi-table
update orders set state = 2 where id = 1;
delete from orders where payer in (select id from people);
update orders set state = (select max(id) from people) where id = 1;
-- expect: truncate-table
truncate table orders;
truncate orders;
truncate table shop.orders;
-- no-hit: truncate-table
delete from orders;
drop table orders;
select truncate(1.5, 0);
-- expect: insert-no-columns
insert into orders values (1, 2);
replace into orders select id, 2 from old_orders;
insert ignore into shop.orders values (1, 2), (3, 4);
-- no-hit: insert-no-columns
insert into orders (id, payer) values (1, 2);
insert into orders set id = 1;
insert into orders (id) select id from old_orders;
-- expect: insert-count-mismatch
insert into tags (a, b) select a, b, a from tags where a = 1;
insert into orders (id, payer) values (1);
insert into orders (id) values (1), (2, 3);
insert into orders values (1, 2), (3);
insert into orders (id, payer) select id from people where n = 1;
insert into orders (id) select id, n from people where n = 1 union all select 1, 2;
-- no-hit: insert-count-mismatch
insert into orders (id, payer) values (1, 2), (3, 4);
insert into orders values (1, 2), (3, 4);
insert into orders () values ();
insert into orders (id, payer) select p.* from people p where n = 1;
insert into orders select id, n from people where n = 1;
-- expect: insert-column-twice
insert into orders (id, payer, id) values (1, 2, 3);
insert into orders (id, ID) values (1, 2);
replace into orders (payer, payer) select 1, 2;
insert into orders set id = 1, ID = 2;
-- no-hit: insert-column-twice
insert into orders (id, payer) values (1, 2);
insert into orders values (1, 2);
insert into orders (id) values (1), (2);
insert into orders set id = 1, payer = 2;
-- expect: replace-into
replace into orders (id) values (1);
replace orders set id = 1;
replace into orders (id) select 1;
-- no-hit: replace-into
insert into orders (id) values (1);
select replace('a', 'b', 'c');
insert into orders (id) values (replace('a', 'b', 'c'));
-- expect: select-for-update
select id from orders where id = 1 for update;
select id from orders where id = 1 lock in share mode;
select id from orders where id = 1 for share skip locked;
-- no-hit: select-for-update
select id from orders where id = 1;
update orders set state = 1 where id = 1;
select 'for update' from orders;
-- expect: dml-order-by
update orders set state = 2 where payer = 1 order by id;
delete from orders where payer = 1 order by id desc limit 10;
delete from orders where payer = 1 order by made, id;
-- no-hit: dml-order-by
update orders set state = 2 where payer = 1;
select id from orders order by id;
delete from orders where id in (select id from old_orders order by id);
-- expect: dml-limit-required
update orders set state = 2 where payer = 1;
delete from orders where payer = 1;
delete from orders;
-- no-hit: dml-limit-required
update orders set state = 2 where payer = 1 limit 5;
delete from orders where payer = 1 limit 5;
update orders o, people p set o.state = 2 where p.id = o.payer;
-- expect: dml-join-no-on
update orders o join people p set o.state = 2;
update orders o, people p set o.state = p.state;
delete o from orders o, people p;
update orders o, people p set o.state = 2 where o.n = 1;
delete o from orders o join people p where o.n = 1;
-- no-hit: dml-join-no-on
update orders o, people p set o.n = 1 where exists (select 1 from items c where c.a = o.id and c.b = p.id);
update orders o join people p on p.id = o.payer set o.state = 2;
update orders o, people p set o.state = 2 where p.id = o.payer;
delete o from orders o join people p using (id) where p.id = 4;
update orders o, (select max(id) as last from people) p set o.n = p.last where o.id = 3;
update orders o natural join people p set o.state = 2 where p.n = 1;
-- expect: insert-select
insert into orders (id) select id from old_orders;
replace into orders (id) select id from old_orders where id = 1;
insert into orders (id) with o as (select 1 as id) select id from o;
-- no-hit: insert-select
insert into orders (id, payer) select 1, 2;
insert into orders (id, payer) values row(1, 2);
insert into orders (id) values (1);
insert into orders set id = 2;
insert into orders (id) values ((select 1));
-- expect: insert-on-duplicate
insert into orders (id) values (1) on duplicate key update state = 2;
insert into orders set id = 1 on duplicate key update state = state + 1;
insert into orders (id) select 1 on duplicate key update state = 2;
-- no-hit: insert-on-duplicate
insert into orders (id) values (1);
insert ignore into orders (id) values (1);
replace into orders (id) values (1);
-- expect: file-read-write
load data infile '/tmp/a' into table orders;
select id from orders into outfile '/tmp/a';
select id into dumpfile '/tmp/a' from orders;
-- no-hit: file-read-write
select id into @a from orders;
select id from orders;
insert into orders (id) values (1);
-- expect: explicit-commit
commit;
rollback;
commit and chain;
-- no-hit: explicit-commit
begin;
savepoint a;
rollback to savepoint a;
-- expect: insert-rows
insert into orders (id) values (0),(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16),(17),(18),(19),(20),(21),(22),(23),(24),(25),(26),(27),(28),(29),(30),(31),(32),(33),(34),(35),(36),(37),(38),(39),(40),(41),(42),(43),(44),(45),(46),(47),(48),(49),(50),(51),(52),(53),(54),(55),(56),(57),(58),(59),(60),(61),(62),(63),(64),(65),(66),(67),(68),(69),(70),(71),(72),(73),(74),(75),(76),(77),(78),(79),(80),(81),(82),(83),(84),(85),(86),(87),(88),(89),(90),(91),(92),(93),(94),(95),(96),(97),(98),(99),(100),(101),(102),(103),(104),(105),(106),(107),(108),(109),(110),(111),(112),(113),(114),(115),(116),(117),(118),(119),(120),(121),(122),(123),(124),(125),(126),(127),(128),(129),(130),(131),(132),(133),(134),(135),(136),(137),(138),(139),(140),(141),(142),(143),(144),(145),(146),(147),(148),(149),(150),(151),(152),(153),(154),(155),(156),(157),(158),(159),(160),(161),(162),(163),(164),(165),(166),(167),(168),(169),(170),(171),(172),(173),(174),(175),(176),(177),(178),(179),(180),(181),(182),(183),(184),(185),(186),(187),(188),(189),(190),(191),(192),(193),(194),(195),(196),(197),(198),(199),(200),(201),(202),(203),(204),(205),(206),(207),(208),(209),(210),(211),(212),(213),(214),(215),(216),(217),(218),(219),(220),(221),(222),(223),(224),(225),(226),(227),(228),(229),(230),(231),(232),(233),(234),(235),(236),(237),(238),(239),(240),(241),(242),(243),(244),(245),(246),(247),(248),(249),(250),(251),(252),(253),(254),(255),(256),(257),(258),(259),(260),(261),(262),(263),(264),(265),(266),(267),(268),(269),(270),(271),(272),(273),(274),(275),(276),(277),(278),(279),(280),(281),(282),(283),(284),(285),(286),(287),(288),(289),(290),(291),(292),(293),(294),(295),(296),(297),(298),(299),(300),(301),(302),(303),(304),(305),(306),(307),(308),(309),(310),(311),(312),(313),(314),(315),(316),(317),(318),(319),(320),(321),(322),(323),(324),(325),(326),(327),(328),(329),(330),(331),(332),(333),(334),(335),(336),(337),(338),(339),(340),(341),(342),(343),(344),(345),(346),(347),(348),(349),(350),(351),(352),(353),(354),(355),(356),(357),(358),(359),(360),(361),(362),(363),(364),(365),(366),(367),(368),(369),(370),(371),(372),(373),(374),(375),(376),(377),(378),(379),(380),(381),(382),(383),(384),(385),(386),(387),(388),(389),(390),(391),(392),(393),(394),(395),(396),(397),(398),(399),(400),(401),(402),(403),(404),(405),(406),(407),(408),(409),(410),(411),(412),(413),(414),(415),(416),(417),(418),(419),(420),(421),(422),(423),(424),(425),(426),(427),(428),(429),(430),(431),(432),(433),(434),(435),(436),(437),(438),(439),(440),(441),(442),(443),(444),(445),(446),(447),(448),(449),(450),(451),(452),(453),(454),(455),(456),(457),(458),(459),(460),(461),(462),(463),(464),(465),(466),(467),(468),(469),(470),(471),(472),(473),(474),(475),(476),(477),(478),(479),(480),(481),(482),(483),(484),(485),(486),(487),(488),(489),(490),(491),(492),(493),(494),(495),(496),(497),(498),(499),(500),(501),(502),(503),(504),(505),(506),(507),(508),(509),(510),(511),(512),(513),(514),(515),(516),(517),(518),(519),(520),(521),(522),(523),(524),(525),(526),(527),(528),(529),(530),(531),(532),(533),(534),(535),(536),(537),(538),(539),(540),(541),(542),(543),(544),(545),(546),(547),(548),(549),(550),(551),(552),(553),(554),(555),(556),(557),(558),(559),(560),(561),(562),(563),(564),(565),(566),(567),(568),(569),(570),(571),(572),(573),(574),(575),(576),(577),(578),(579),(580),(581),(582),(583),(584),(585),(586),(587),(588),(589),(590),(591),(592),(593),(594),(595),(596),(597),(598),(599),(600),(601),(602),(603),(604),(605),(606),(607),(608),(609),(610),(611),(612),(613),(614),(615),(616),(617),(618),(619),(620),(621),(622),(623),(624),(625),(626),(627),(628),(629),(630),(631),(632),(633),(634),(635),(636),(637),(638),(639),(640),(641),(642),(643),(644),(645),(646),(647),(648),(649),(650),(651),(652),(653),(654),(655),(656),(657),(658),(659),(660),(661),(662),(663),(664),(665),(666),(667),(668),(669),(670),(671),(672),(673),(674),(675),(676),(677),(678),(679),(680),(681),(682),(683),(684),(685),(686),(687),(688),(689),(690),(691),(692),(693),(694),(695),(696),(697),(698),(699),(700),(701),(702),(703),(704),(705),(706),(707),(708),(709),(710),(711),(712),(713),(714),(715),(716),(717),(718),(719),(720),(721),(722),(723),(724),(725),(726),(727),(728),(729),(730),(731),(732),(733),(734),(735),(736),(737),(738),(739),(740),(741),(742),(743),(744),(745),(746),(747),(748),(749),(750),(751),(752),(753),(754),(755),(756),(757),(758),(759),(760),(761),(762),(763),(764),(765),(766),(767),(768),(769),(770),(771),(772),(773),(774),(775),(776),(777),(778),(779),(780),(781),(782),(783),(784),(785),(786),(787),(788),(789),(790),(791),(792),(793),(794),(795),(796),(797),(798),(799),(800),(801),(802),(803),(804),(805),(806),(807),(808),(809),(810),(811),(812),(813),(814),(815),(816),(817),(818),(819),(820),(821),(822),(823),(824),(825),(826),(827),(828),(829),(830),(831),(832),(833),(834),(835),(836),(837),(838),(839),(840),(841),(842),(843),(844),(845),(846),(847),(848),(849),(850),(851),(852),(853),(854),(855),(856),(857),(858),(859),(860),(861),(862),(863),(864),(865),(866),(867),(868),(869),(870),(871),(872),(873),(874),(875),(876),(877),(878),(879),(880),(881),(882),(883),(884),(885),(886),(887),(888),(889),(890),(891),(892),(893),(894),(895),(896),(897),(898),(899),(900),(901),(902),(903),(904),(905),(906),(907),(908),(909),(910),(911),(912),(913),(914),(915),(916),(917),(918),(919),(920),(921),(922),(923),(924),(925),(926),(927),(928),(929),(930),(931),(932),(933),(934),(935),(936),(937),(938),(939),(940),(941),(942),(943),(944),(945),(946),(947),(948),(949),(950),(951),(952),(953),(954),(955),(956),(957),(958),(959),(960),(961),(962),(963),(964),(965),(966),(967),(968),(969),(970),(971),(972),(973),(974),(975),(976),(977),(978),(979),(980),(981),(982),(983),(984),(985),(986),(987),(988),(989),(990),(991),(992),(993),(994),(995),(996),(997),(998),(999),(1000);
replace into orders values (0),(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16),(17),(18),(19),(20),(21),(22),(23),(24),(25),(26),(27),(28),(29),(30),(31),(32),(33),(34),(35),(36),(37),(38),(39),(40),(41),(42),(43),(44),(45),(46),(47),(48),(49),(50),(51),(52),(53),(54),(55),(56),(57),(58),(59),(60),(61),(62),(63),(64),(65),(66),(67),(68),(69),(70),(71),(72),(73),(74),(75),(76),(77),(78),(79),(80),(81),(82),(83),(84),(85),(86),(87),(88),(89),(90),(91),(92),(93),(94),(95),(96),(97),(98),(99),(100),(101),(102),(103),(104),(105),(106),(107),(108),(109),(110),(111),(112),(113),(114),(115),(116),(117),(118),(119),(120),(121),(122),(123),(124),(125),(126),(127),(128),(129),(130),(131),(132),(133),(134),(135),(136),(137),(138),(139),(140),(141),(142),(143),(144),(145),(146),(147),(148),(149),(150),(151),(152),(153),(154),(155),(156),(157),(158),(159),(160),(161),(162),(163),(164),(165),(166),(167),(168),(169),(170),(171),(172),(173),(174),(175),(176),(177),(178),(179),(180),(181),(182),(183),(184),(185),(186),(187),(188),(189),(190),(191),(192),(193),(194),(195),(196),(197),(198),(199),(200),(201),(202),(203),(204),(205),(206),(207),(208),(209),(210),(211),(212),(213),(214),(215),(216),(217),(218),(219),(220),(221),(222),(223),(224),(225),(226),(227),(228),(229),(230),(231),(232),(233),(234),(235),(236),(237),(238),(239),(240),(241),(242),(243),(244),(245),(246),(247),(248),(249),(250),(251),(252),(253),(254),(255),(256),(257),(258),(259),(260),(261),(262),(263),(264),(265),(266),(267),(268),(269),(270),(271),(272),(273),(274),(275),(276),(277),(278),(279),(280),(281),(282),(283),(284),(285),(286),(287),(288),(289),(290),(291),(292),(293),(294),(295),(296),(297),(298),(299),(300),(301),(302),(303),(304),(305),(306),(307),(308),(309),(310),(311),(312),(313),(314),(315),(316),(317),(318),(319),(320),(321),(322),(323),(324),(325),(326),(327),(328),(329),(330),(331),(332),(333),(334),(335),(336),(337),(338),(339),(340),(341),(342),(343),(344),(345),(346),(347),(348),(349),(350),(351),(352),(353),(354),(355),(356),(357),(358),(359),(360),(361),(362),(363),(364),(365),(366),(367),(368),(369),(370),(371),(372),(373),(374),(375),(376),(377),(378),(379),(380),(381),(382),(383),(384),(385),(386),(387),(388),(389),(390),(391),(392),(393),(394),(395),(396),(397),(398),(399),(400),(401),(402),(403),(404),(405),(406),(407),(408),(409),(410),(411),(412),(413),(414),(415),(416),(417),(418),(419),(420),(421),(422),(423),(424),(425),(426),(427),(428),(429),(430),(431),(432),(433),(434),(435),(436),(437),(438),(439),(440),(441),(442),(443),(444),(445),(446),(447),(448),(449),(450),(451),(452),(453),(454),(455),(456),(457),(458),(459),(460),(461),(462),(463),(464),(465),(466),(467),(468),(469),(470),(471),(472),(473),(474),(475),(476),(477),(478),(479),(480),(481),(482),(483),(484),(485),(486),(487),(488),(489),(490),(491),(492),(493),(494),(495),(496),(497),(498),(499),(500),(501),(502),(503),(504),(505),(506),(507),(508),(509),(510),(511),(512),(513),(514),(515),(516),(517),(518),(519),(520),(521),(522),(523),(524),(525),(526),(527),(528),(529),(530),(531),(532),(533),(534),(535),(536),(537),(538),(539),(540),(541),(542),(543),(544),(545),(546),(547),(548),(549),(550),(551),(552),(553),(554),(555),(556),(557),(558),(559),(560),(561),(562),(563),(564),(565),(566),(567),(568),(569),(570),(571),(572),(573),(574),(575),(576),(577),(578),(579),(580),(581),(582),(583),(584),(585),(586),(587),(588),(589),(590),(591),(592),(593),(594),(595),(596),(597),(598),(599),(600),(601),(602),(603),(604),(605),(606),(607),(608),(609),(610),(611),(612),(613),(614),(615),(616),(617),(618),(619),(620),(621),(622),(623),(624),(625),(626),(627),(628),(629),(630),(631),(632),(633),(634),(635),(636),(637),(638),(639),(640),(641),(642),(643),(644),(645),(646),(647),(648),(649),(650),(651),(652),(653),(654),(655),(656),(657),(658),(659),(660),(661),(662),(663),(664),(665),(666),(667),(668),(669),(670),(671),(672),(673),(674),(675),(676),(677),(678),(679),(680),(681),(682),(683),(684),(685),(686),(687),(688),(689),(690),(691),(692),(693),(694),(695),(696),(697),(698),(699),(700),(701),(702),(703),(704),(705),(706),(707),(708),(709),(710),(711),(712),(713),(714),(715),(716),(717),(718),(719),(720),(721),(722),(723),(724),(725),(726),(727),(728),(729),(730),(731),(732),(733),(734),(735),(736),(737),(738),(739),(740),(741),(742),(743),(744),(745),(746),(747),(748),(749),(750),(751),(752),(753),(754),(755),(756),(757),(758),(759),(760),(761),(762),(763),(764),(765),(766),(767),(768),(769),(770),(771),(772),(773),(774),(775),(776),(777),(778),(779),(780),(781),(782),(783),(784),(785),(786),(787),(788),(789),(790),(791),(792),(793),(794),(795),(796),(797),(798),(799),(800),(801),(802),(803),(804),(805),(806),(807),(808),(809),(810),(811),(812),(813),(814),(815),(816),(817),(818),(819),(820),(821),(822),(823),(824),(825),(826),(827),(828),(829),(830),(831),(832),(833),(834),(835),(836),(837),(838),(839),(840),(841),(842),(843),(844),(845),(846),(847),(848),(849),(850),(851),(852),(853),(854),(855),(856),(857),(858),(859),(860),(861),(862),(863),(864),(865),(866),(867),(868),(869),(870),(871),(872),(873),(874),(875),(876),(877),(878),(879),(880),(881),(882),(883),(884),(885),(886),(887),(888),(889),(890),(891),(892),(893),(894),(895),(896),(897),(898),(899),(900),(901),(902),(903),(904),(905),(906),(907),(908),(909),(910),(911),(912),(913),(914),(915),(916),(917),(918),(919),(920),(921),(922),(923),(924),(925),(926),(927),(928),(929),(930),(931),(932),(933),(934),(935),(936),(937),(938),(939),(940),(941),(942),(943),(944),(945),(946),(947),(948),(949),(950),(951),(952),(953),(954),(955),(956),(957),(958),(959),(960),(961),(962),(963),(964),(965),(966),(967),(968),(969),(970),(971),(972),(973),(974),(975),(976),(977),(978),(979),(980),(981),(982),(983),(984),(985),(986),(987),(988),(989),(990),(991),(992),(993),(994),(995),(996),(997),(998),(999),(1000);
insert ignore into o (id) values (0),(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16),(17),(18),(19),(20),(21),(22),(23),(24),(25),(26),(27),(28),(29),(30),(31),(32),(33),(34),(35),(36),(37),(38),(39),(40),(41),(42),(43),(44),(45),(46),(47),(48),(49),(50),(51),(52),(53),(54),(55),(56),(57),(58),(59),(60),(61),(62),(63),(64),(65),(66),(67),(68),(69),(70),(71),(72),(73),(74),(75),(76),(77),(78),(79),(80),(81),(82),(83),(84),(85),(86),(87),(88),(89),(90),(91),(92),(93),(94),(95),(96),(97),(98),(99),(100),(101),(102),(103),(104),(105),(106),(107),(108),(109),(110),(111),(112),(113),(114),(115),(116),(117),(118),(119),(120),(121),(122),(123),(124),(125),(126),(127),(128),(129),(130),(131),(132),(133),(134),(135),(136),(137),(138),(139),(140),(141),(142),(143),(144),(145),(146),(147),(148),(149),(150),(151),(152),(153),(154),(155),(156),(157),(158),(159),(160),(161),(162),(163),(164),(165),(166),(167),(168),(169),(170),(171),(172),(173),(174),(175),(176),(177),(178),(179),(180),(181),(182),(183),(184),(185),(186),(187),(188),(189),(190),(191),(192),(193),(194),(195),(196),(197),(198),(199),(200),(201),(202),(203),(204),(205),(206),(207),(208),(209),(210),(211),(212),(213),(214),(215),(216),(217),(218),(219),(220),(221),(222),(223),(224),(225),(226),(227),(228),(229),(230),(231),(232),(233),(234),(235),(236),(237),(238),(239),(240),(241),(242),(243),(244),(245),(246),(247),(248),(249),(250),(251),(252),(253),(254),(255),(256),(257),(258),(259),(260),(261),(262),(263),(264),(265),(266),(267),(268),(269),(270),(271),(272),(273),(274),(275),(276),(277),(278),(279),(280),(281),(282),(283),(284),(285),(286),(287),(288),(289),(290),(291),(292),(293),(294),(295),(296),(297),(298),(299),(300),(301),(302),(303),(304),(305),(306),(307),(308),(309),(310),(311),(312),(313),(314),(315),(316),(317),(318),(319),(320),(321),(322),(323),(324),(325),(326),(327),(328),(329),(330),(331),(332),(333),(334),(335),(336),(337),(338),(339),(340),(341),(342),(343),(344),(345),(346),(347),(348),(349),(350),(351),(352),(353),(354),(355),(356),(357),(358),(359),(360),(361),(362),(363),(364),(365),(366),(367),(368),(369),(370),(371),(372),(373),(374),(375),(376),(377),(378),(379),(380),(381),(382),(383),(384),(385),(386),(387),(388),(389),(390),(391),(392),(393),(394),(395),(396),(397),(398),(399),(400),(401),(402),(403),(404),(405),(406),(407),(408),(409),(410),(411),(412),(413),(414),(415),(416),(417),(418),(419),(420),(421),(422),(423),(424),(425),(426),(427),(428),(429),(430),(431),(432),(433),(434),(435),(436),(437),(438),(439),(440),(441),(442),(443),(444),(445),(446),(447),(448),(449),(450),(451),(452),(453),(454),(455),(456),(457),(458),(459),(460),(461),(462),(463),(464),(465),(466),(467),(468),(469),(470),(471),(472),(473),(474),(475),(476),(477),(478),(479),(480),(481),(482),(483),(484),(485),(486),(487),(488),(489),(490),(491),(492),(493),(494),(495),(496),(497),(498),(499),(500),(501),(502),(503),(504),(505),(506),(507),(508),(509),(510),(511),(512),(513),(514),(515),(516),(517),(518),(519),(520),(521),(522),(523),(524),(525),(526),(527),(528),(529),(530),(531),(532),(533),(534),(535),(536),(537),(538),(539),(540),(541),(542),(543),(544),(545),(546),(547),(548),(549),(550),(551),(552),(553),(554),(555),(556),(557),(558),(559),(560),(561),(562),(563),(564),(565),(566),(567),(568),(569),(570),(571),(572),(573),(574),(575),(576),(577),(578),(579),(580),(581),(582),(583),(584),(585),(586),(587),(588),(589),(590),(591),(592),(593),(594),(595),(596),(597),(598),(599),(600),(601),(602),(603),(604),(605),(606),(607),(608),(609),(610),(611),(612),(613),(614),(615),(616),(617),(618),(619),(620),(621),(622),(623),(624),(625),(626),(627),(628),(629),(630),(631),(632),(633),(634),(635),(636),(637),(638),(639),(640),(641),(642),(643),(644),(645),(646),(647),(648),(649),(650),(651),(652),(653),(654),(655),(656),(657),(658),(659),(660),(661),(662),(663),(664),(665),(666),(667),(668),(669),(670),(671),(672),(673),(674),(675),(676),(677),(678),(679),(680),(681),(682),(683),(684),(685),(686),(687),(688),(689),(690),(691),(692),(693),(694),(695),(696),(697),(698),(699),(700),(701),(702),(703),(704),(705),(706),(707),(708),(709),(710),(711),(712),(713),(714),(715),(716),(717),(718),(719),(720),(721),(722),(723),(724),(725),(726),(727),(728),(729),(730),(731),(732),(733),(734),(735),(736),(737),(738),(739),(740),(741),(742),(743),(744),(745),(746),(747),(748),(749),(750),(751),(752),(753),(754),(755),(756),(757),(758),(759),(760),(761),(762),(763),(764),(765),(766),(767),(768),(769),(770),(771),(772),(773),(774),(775),(776),(777),(778),(779),(780),(781),(782),(783),(784),(785),(786),(787),(788),(789),(790),(791),(792),(793),(794),(795),(796),(797),(798),(799),(800),(801),(802),(803),(804),(805),(806),(807),(808),(809),(810),(811),(812),(813),(814),(815),(816),(817),(818),(819),(820),(821),(822),(823),(824),(825),(826),(827),(828),(829),(830),(831),(832),(833),(834),(835),(836),(837),(838),(839),(840),(841),(842),(843),(844),(845),(846),(847),(848),(849),(850),(851),(852),(853),(854),(855),(856),(857),(858),(859),(860),(861),(862),(863),(864),(865),(866),(867),(868),(869),(870),(871),(872),(873),(874),(875),(876),(877),(878),(879),(880),(881),(882),(883),(884),(885),(886),(887),(888),(889),(890),(891),(892),(893),(894),(895),(896),(897),(898),(899),(900),(901),(902),(903),(904),(905),(906),(907),(908),(909),(910),(911),(912),(913),(914),(915),(916),(917),(918),(919),(920),(921),(922),(923),(924),(925),(926),(927),(928),(929),(930),(931),(932),(933),(934),(935),(936),(937),(938),(939),(940),(941),(942),(943),(944),(945),(946),(947),(948),(949),(950),(951),(952),(953),(954),(955),(956),(957),(958),(959),(960),(961),(962),(963),(964),(965),(966),(967),(968),(969),(970),(971),(972),(973),(974),(975),(976),(977),(978),(979),(980),(981),(982),(983),(984),(985),(986),(987),(988),(989),(990),(991),(992),(993),(994),(995),(996),(997),(998),(999),(1000);
-- no-hit: insert-rows
insert into orders (id) values (1), (2);
insert into orders (id) select 1;
insert into orders set id = 1;
-- expect: insert-order-by-rand
insert into a (x) select x from (select x from b where y = 1 order by rand(7) limit 3) c;
insert into a (x, r) select x, rand() as r from b where y = 1 order by r limit 3;
insert into picks (id) select id from orders order by rand() limit 10;
replace into picks (id) select id from orders order by rand(3);
insert into picks (id) select id from orders where id > 5 order by state, rand();
-- no-hit: insert-order-by-rand
insert into picks (id) select id from orders order by id limit 10;
insert into picks (id, n) select id, rand() from orders order by id;
select id from orders order by rand();
-- expect: date-unquoted
select id from orders where paid_at < 2010-02-12;
delete from orders where paid_at between 2024-1-1 and 2024-2-1;
update orders set paid_at = 2024-05-06 where id = 1;
-- no-hit: date-unquoted
select id from orders where paid_at < '2010-02-12';
select 2010 - 2 from orders where id = 1;
select id from orders where n = 5-2-1;
-- expect: insert-ignore
insert ignore into orders (id) values (1);
insert ignore orders set id = 1;
insert ignore into orders (id) select id from old_orders;
-- no-hit: insert-ignore
insert into orders (id) values (1);
insert into orders (id) values (1) on duplicate key update id = id;
replace into orders (id) values (1);
-- expect: change-ignore
update ignore orders set id = 5 where id = 4;
delete ignore from orders where id = 4;
update ignore orders o join people p on p.id = o.payer set o.payer = 3 where p.id = 4;
-- no-hit: change-ignore
update orders set id = 5 where id = 4;
delete quick from orders where id = 4;
insert ignore into orders (id) values (1);
-- expect: insert-delayed
insert delayed into orders (id) values (1);
replace delayed into orders (id) values (1);
insert delayed orders set id = 1;
-- no-hit: insert-delayed
insert into orders (id) values (1);
insert low_priority into orders (id) values (1);
insert into orders (id) select `delayed` from old_orders;
-- expect: priority-word
insert low_priority into orders (id) values (1);
update low_priority orders set state = 1 where id = 2;
delete low_priority from orders where id = 2;
insert high_priority into orders (id) values (1);
-- no-hit: priority-word
insert into orders (id) values (1);
update orders set state = 1 where id = 2;
delete from orders where id = 2;
-- expect: update-column-twice
update orders set state = 1, state = 2 where id = 3;
update orders set state = 1, payer = 2, State = 3 where id = 3;
insert into orders (id, n) values (1, 2) on duplicate key update n = 1, n = n + 1;
-- no-hit: update-column-twice
update orders set state = 1, payer = 1 where id = 3;
update orders o join people p on p.id = o.payer set o.state = 1, p.state = 2 where o.id = 3;
insert into orders (id, n) values (1, 2) on duplicate key update n = 1;
-- expect: update-self-assign
update orders set state = state where id = 3;
update orders o set o.state = 1, o.payer = o.payer where id = 3;
update orders set state = (state) where id = 3;
-- no-hit: update-self-assign
update orders set state = state + 1 where id = 3;
update orders set state = payer where id = 3;
update orders o join people p on p.id = o.payer set o.state = p.state where o.id = 3;
-- given: shop
update people set name = 'x', updated_at = updated_at where id = 3;
-- expect: change-reads-own-table
delete from orders where id in (select id from orders where state = 1);
update orders set state = (select max(state) from orders) where id = 1;
update orders set state = 1 where exists (select 1 from orders o where o.id = 3);
insert into orders (id, n) values (1, (select max(n) from orders));
update orders o join people p on p.id = o.payer set o.n = 1 where o.id in (select id from orders);
-- no-hit: change-reads-own-table
delete from orders where id in (select id from (select id from orders where state = 1) as old);
delete from orders where id in (select id from old_orders where state = 1);
update orders o join (select max(state) as m from orders) x on true set o.state = x.m where o.id = 1;
insert into orders (id) select max(id) + 1 from orders;
update orders o join people p on p.id = o.payer set o.n = 1 where o.id in (select id from people);
-- dialect: mariadb-11.4
update orders set state = 1 where id in (select id from orders where state = 2);
-- expect: insert-select-star
insert into archive select * from orders where id < 5;
insert into archive (id, n) select * from orders where id < 5;
replace into archive select o.* from orders o where id < 5;
-- no-hit: insert-select-star
insert into archive (id) select id from orders where id < 5;
insert into archive (n) select count(*) from orders where id < 5;
select * from orders where id < 5;
-- expect: insert-empty-values
insert into orders () values ();
insert into orders values ();
insert into orders () values (), ();
-- no-hit: insert-empty-values
insert into orders (id) values (default);
insert into orders (id) values (1);
insert into orders (id) select 1;
-- expect: load-data-duplicates
load data infile '/tmp/a.csv' replace into table orders;
load data infile '/tmp/a.csv' ignore into table orders (id, n);
load data local infile '/tmp/a.csv' replace into table orders;
-- no-hit: load-data-duplicates
load data infile '/tmp/a.csv' into table orders (id, n);
load data infile '/tmp/a.csv' into table orders ignore 1 lines (id, n);
insert into orders (id) values (1);
-- expect: load-data-no-columns
load data infile '/tmp/a.csv' into table orders;
load data local infile '/tmp/a.csv' into table shop.orders ignore 1 lines;
load data infile '/tmp/a.csv' into table orders fields terminated by ',';
-- no-hit: load-data-no-columns
load data infile '/tmp/a.csv' into table orders (id, n);
load data infile '/tmp/a.csv' into table orders (id, @n) set n = @n + 1;
load xml infile '/tmp/a.xml' into table orders;
-- expect: dynamic-sql
prepare s from @text;
delimiter //
create procedure p() begin prepare s from @x; execute s; end//
delimiter ;
-- dialect: mariadb-11.4
execute immediate concat('delete from ', @t);
-- no-hit: dynamic-sql
prepare s from 'select id from t where id = ?';
execute s using @a;
deallocate prepare s;
-- expect: truncate-many-partitions
alter table logs truncate partition p1;
alter table logs truncate partition p1, p2;
alter table logs truncate partition all;
-- no-hit: truncate-many-partitions
alter table logs add partition (partition p9 values less than (90));
truncate table logs;
alter table logs analyze partition p1;
-- expect: drop-partition
alter table logs drop partition p1;
alter table logs drop partition p1, p2;
alter table shop.logs drop partition p1;
-- no-hit: drop-partition
alter table logs drop column p1;
alter table logs reorganize partition p1, p2 into (partition p3 values less than (90));
alter table logs truncate partition p1;
-- expect: where-constant-column
delete from orders where @done;
update orders set state = 1 where ? = 1;
update orders set state = 1 where now() > '2024-01-01';
-- no-hit: where-constant-column
delete from orders where id = @done;
update orders set state = 1 where id = ?;
delete from orders where exists (select 1 from old_orders where id = 4);
-- expect: odku-values-deprecated
insert into t (id, n) values (1, 2) on duplicate key update n = values(n);
insert into t (id, n) values (1, 2) on duplicate key update n = n + values(n);
insert into t (id, n) select id, n from u on duplicate key update n = values(n);
-- no-hit: odku-values-deprecated
insert into t (id, n) values (1, 2) as new on duplicate key update n = new.n;
insert into t (id, n) values (1, 2) on duplicate key update n = 5;
-- dialect: mysql-5.7
insert into t (id, n) values (1, 2) on duplicate key update n = values(n);
-- expect: system-schema-write
update mysql.user set host = '%' where user = 'app';
delete from mysql.db where user = 'app';
drop table sys.sys_config;
truncate table mysql.general_log;
drop database mysql;
-- no-hit: system-schema-write
select user from mysql.user where host = '%';
insert into seen (name) select user from mysql.user;
update shop.user set host = 'a' where id = 1;
update shop.people p join mysql.user u on u.user = p.name set p.n = 1 where p.id = 1;
-- expect: set-checks-off
set foreign_key_checks = 0;
set @@session.unique_checks = off;
set names utf8mb4, foreign_key_checks = false;
-- no-hit: set-checks-off
set foreign_key_checks = 1;
set @foreign_key_checks = 0;
set foreign_key_checks = @old;
-- expect: update-primary-key
-- given: shop
insert into orders (id, payer, code, amount) values (1, 2, 'a', 3) on duplicate key update id = 8;
update orders set id = 5 where id = 4;
update people p set p.id = p.id + 100 where p.country = 'DE';
update logs set at = '2024-01-01' where id = 1;
-- no-hit: update-primary-key
insert into orders (id, payer, code, amount) values (1, 2, 'a', 3) on duplicate key update id = last_insert_id(id), amount = 4;
update orders set id = id, state = 3 where code = 'a';
update orders set state = 1 where id = 4;
update loose set a = 1 where b = 2;
update elsewhere.orders set id = 5 where id = 4;
-- expect: odku-many-unique
-- given: shop
insert into orders (payer, code, amount) values (1, 'a', 5) on duplicate key update amount = 5;
insert into people (name, email) values ('a', 'b') on duplicate key update name = 'a';
insert into tags (a, b) values (1, 2) on duplicate key update a = 3;
-- no-hit: odku-many-unique
insert into items (order_id, title) values (1, 'a') on duplicate key update n = 1;
insert into orders (payer, code, amount) values (1, 'a', 5);
insert into elsewhere.orders (code) values ('a') on duplicate key update code = 'b';
-- expect: replace-with-children
-- given: shop
replace into people (id, name) values (1, 'a');
replace people set id = 1, name = 'a';
replace into people (id, name) select id, name from people where id = 2;
-- no-hit: replace-with-children
replace into orders (id, payer, code, amount) values (1, 1, 'a', 5);
insert into people (id, name) values (1, 'a');
replace into elsewhere.people (id) values (1);
-- expect: delete-cascades
-- given: shop
delete from people where id = 1;
delete from people where country = 'DE' limit 10;
delete quick from people where email = 'x';
-- given: shop
delete p from people p join items i on i.id = p.id where i.n = 5;
-- script
create table people (id int primary key, k int unique);
create table visit (id int primary key, k int, foreign key (k) references people (k) on update cascade);
update people set k = 5 where id = 1;
-- no-hit: delete-cascades
delete from orders where id = 1;
delete from items where id = 1;
update people set name = 'x' where id = 1;
-- given: shop
update people set id = 5 where id = 1;
delete i from items i join people p on p.id = i.id where p.id = 1;
-- expect: trigger-fires
-- given: shop
insert into orders (payer, code, amount) values (1, 'a', 5);
insert into orders (payer, code, amount) select payer, note, amount from orders where id = 1;
-- script
create trigger people_bu before update on people for each row set new.score = 1;
update people set name = 'x' where id = 1;
-- no-hit: trigger-fires
update orders set state = 1 where id = 1;
insert into people (name) values ('a');
insert into elsewhere.orders (payer) values (1);
-- expect: dml-affected-rows
-- facts: {"plan":{"steps":[],"affectedRows":{"count":500000,"isExact":false}}}
update orders set state = 1 where state = 0;
delete from orders where state = 0;
insert into items (order_id, title) select id, code from orders where state = 0;
-- no-hit: dml-affected-rows
-- facts: {"plan":{"steps":[],"affectedRows":{"count":5,"isExact":true}}}
update orders set state = 1 where id = 1;
delete from orders where id = 1;
-- facts: {"plan":{"steps":[]}}
delete from orders where id = 1;
-- expect: dml-no-rows
-- facts: {"plan":{"steps":[],"affectedRows":{"count":0,"isExact":true}}}
update orders set state = 1 where id = 1;
delete from orders where id = 1;
delete from orders where state = 99;
-- no-hit: dml-no-rows
-- facts: {"plan":{"steps":[],"affectedRows":{"count":0,"isExact":false}}}
update orders set state = 1 where id = 1;
-- facts: {"plan":{"steps":[],"affectedRows":{"count":1,"isExact":true}}}
delete from orders where id = 1;
update orders set state = 1 where id = 1;
-- expect: dml-locks-all
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":5000,"filtered":10.0,"extra":["Using where"]}]}}
update orders set state = 1 where note = 'x';
delete from orders where note = 'x';
update orders set state = 1 where note like 'x%';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"UPDATE","table":"orders","access":"index","possibleKeys":[],"key":"PRIMARY","rows":50000,"filtered":100,"extra":["Using where"]}]}}
update orders set note = 'x' where note = 'y';
-- no-hit: dml-locks-all
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"range","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":5000,"filtered":100.0,"extra":["Using where"]}]}}
update orders set state = 1 where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":50,"filtered":100.0,"extra":[]}]}}
delete from orders where note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":5000,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
-- expect: dml-big-table
-- facts: {"statistics":{"orders":{"rows":90000000}}}
update orders set state = 1 where payer = 2;
delete from orders where payer = 2;
update orders o set o.state = 1 where o.payer = 2;
update items i join orders o on o.id = i.order_id set i.n = 1 where o.payer = 2;
-- facts: {"statistics":{"orders":{"rows":9000,"dataBytes":50000000000}}}
delete from orders where payer = 2;
-- no-hit: dml-big-table
-- facts: {"statistics":{"orders":{"rows":9000}}}
update orders set state = 1 where payer = 2;
delete from orders where payer = 2;
insert into orders (payer) values (1);
-- expect: delete-all-use-truncate
-- given: shop
delete from loose;
delete from loose where 1 = 1;
delete quick from items where true;
-- no-hit: delete-all-use-truncate
-- given: shop
delete from loose where a = 1;
delete from loose limit 10;
delete from people;
delete l from loose l join items i on i.id = l.a;
-- expect: destructive-needs-backup
-- parameters: {"deletes":"whole"}
drop table loose;
truncate table loose;
delete from loose;
drop database shop;
alter table logs drop partition p0;
-- script
create table b as select a from loose where a = 1;
drop table loose;
-- no-hit: destructive-needs-backup
delete from loose where a = 3;
drop temporary table loose;
insert into loose (a) values (1);
alter table logs add partition (partition p9 values less than (9));
-- script
create table b as select a, b from loose;
drop table loose;
-- script
create table b (id int primary key);
drop table b;
-- expect: table-deny-ddl
-- parameters: {"tables":["stock","pay.*","log_*"]}
alter table `Stock` add z int;
drop table a, pay.bills;
create index k on stock (a);
rename table stock to old_stock;
truncate table log_2024;
-- no-hit: table-deny-ddl
-- parameters: {"tables":["stock","pay.*","log_*"]}
alter table bins add z int;
update stock set a = 1 where id = 3;
drop table bills;
alter table stock_2 add z int;
-- expect: table-deny-dml
-- parameters: {"tables":["stock","pay.*"]}
update stock set a = 1 where id = 3;
insert into pay.bills (a) values (1);
delete s from stock s join bins b on b.id = s.bin_id where b.id = 3;
replace into stock (a) select a from bins where id = 3;
load data infile '/a' into table stock (a);
-- no-hit: table-deny-dml
-- parameters: {"tables":["stock","pay.*"]}
select a from stock where id = 3;
update bins set a = (select max(a) from stock where id = 3) where id = 3;
alter table stock add z int;
insert into bins (a) select a from stock where id = 3;
-- expect: update-moves-timestamp
-- given: shop
update people set name = 'a' where id = 3;
update orders o join people p on p.id = o.payer set p.score = 3 where o.id = 1;
update people set name = 'a', score = 2 where id = 3;
-- no-hit: update-moves-timestamp
-- given: shop
update people set name = 'a', updated_at = updated_at where id = 3;
update orders set state = 1 where id = 3;
delete from people where id = 3;
-- expect: max-execution-time-required
update orders set n = 1 where id = 3;
delete from orders where id = 3;
alter table orders add z int;
-- script
set session sql_mode = '';
update orders set n = 1 where id = 3;
-- no-hit: max-execution-time-required
select id from orders where id = 3;
-- script
set session max_execution_time = 1000;
update orders set n = 1 where id = 3;
-- script
set @@max_execution_time = 1000;
alter table orders add z int;

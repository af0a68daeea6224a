-- expect: plan-full-scan
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":500000,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
update orders set state = 1 where note = 'x';
delete from orders where note = 'x';
-- no-hit: plan-full-scan
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100.0,"extra":[]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":200,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"<derived2>","access":"ALL","possibleKeys":[],"rows":500000,"filtered":100.0,"extra":[]}]}}
select n from (select count(*) as n from orders where id < 9) d where n = 1;
-- expect: plan-full-index-scan
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"index","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":500000,"filtered":100.0,"extra":[]}]}}
select payer from orders where payer + 1 = 5;
select count(*) from orders;
select payer from orders order by payer;
-- no-hit: plan-full-index-scan
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100.0,"extra":[]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"index","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":100,"filtered":100.0,"extra":[]}]}}
select payer from orders where id > 5;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":500000,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
-- expect: plan-filesort
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100.0,"extra":["Using filesort"]}]}}
select id from orders where payer = 1 order by note;
select id from orders where payer = 1 order by paid_at desc limit 5;
select note from orders where payer = 1 group by note order by note;
-- no-hit: plan-filesort
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100.0,"extra":["Using filesort"]}]}}
select id from orders where payer = 1 order by note;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100.0,"extra":["Using index"]}]}}
select id from orders where payer = 1 order by id;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":50000,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
-- expect: plan-temporary
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":50000,"filtered":100.0,"extra":["Using temporary"]}]}}
select note, count(*) from orders where id < 9 group by note;
select distinct note from orders where id < 9;
select note from orders where id < 9 union select name from people where id < 9;
-- no-hit: plan-temporary
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":50,"filtered":100.0,"extra":["Using temporary"]}]}}
select distinct note from orders where id < 9;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100.0,"extra":["Using where"]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100.0,"extra":["Using index"]}]}}
select payer from orders where payer = 1;
-- expect: plan-join-buffer
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ALL","possibleKeys":[],"rows":50000,"filtered":100.0,"extra":["Using join buffer (hash join)"]}]}}
select o.id from orders o join items i on i.n = o.state where o.id = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ALL","possibleKeys":[],"rows":50000,"filtered":100.0,"extra":["Using join buffer (Block Nested Loop)"]}]}}
select o.id from orders o join items i on i.n = o.state where o.id = 1;
update orders o join items i on i.n = o.state set o.note = 'x' where o.id = 1;
-- no-hit: plan-join-buffer
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ref","possibleKeys":["idx_order"],"key":"idx_order","keyLength":8,"rows":5,"filtered":100.0,"extra":[]}]}}
select o.id from orders o join items i on i.order_id = o.id where o.id = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ALL","possibleKeys":[],"rows":50,"filtered":100.0,"extra":["Using join buffer (hash join)"]}]}}
select o.id from orders o join items i on i.n = o.state where o.id = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ALL","possibleKeys":[],"rows":50000,"filtered":100.0,"extra":["Using where"]}]}}
select id from items where n = 1;
-- expect: plan-rows
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":5000000,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
delete from orders where note = 'x';
update orders set state = 1 where note like '%x';
-- no-hit: plan-rows
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100.0,"extra":[]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":20000,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"const","possibleKeys":["PRIMARY"],"key":"PRIMARY","keyLength":8,"rows":1,"filtered":100.0,"extra":[]}]}}
select id from orders where id = 1;
-- expect: plan-filtered
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_state_paid"],"key":"idx_state_paid","keyLength":8,"rows":50000,"filtered":0.1,"extra":["Using where"]}]}}
select id from orders where state = 1 and note = 'x';
delete from orders where state = 1 and note = 'x';
update orders set code = 'a' where state = 1 and note = 'x';
-- no-hit: plan-filtered
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_state_paid"],"key":"idx_state_paid","keyLength":8,"rows":50000,"filtered":50.0,"extra":["Using where"]}]}}
select id from orders where state = 1 and note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_state_paid"],"key":"idx_state_paid","keyLength":8,"rows":50,"filtered":0.1,"extra":["Using where"]}]}}
select id from orders where state = 1 and note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"const","possibleKeys":["PRIMARY"],"key":"PRIMARY","keyLength":8,"rows":1,"filtered":100.0,"extra":[]}]}}
select id from orders where id = 1;
-- expect: plan-no-index
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":50000,"filtered":10.0,"extra":["Using where"]}]}}
select id from orders where note = 'x';
update orders set state = 1 where note = 'x';
delete from orders where note = 'x';
-- no-hit: plan-no-index
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100.0,"extra":[]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":50,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"<derived2>","access":"ALL","possibleKeys":[],"rows":50000,"filtered":100.0,"extra":[]}]}}
select n from (select 1 as n) d where n = 1;
-- expect: plan-index-merge
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"index_merge","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":500,"filtered":100.0,"extra":["Using where"]}]}}
select id from orders where payer = 1 and state = 2;
select id from orders where payer = 1 or state = 2;
delete from orders where payer = 1 or state = 2;
-- no-hit: plan-index-merge
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100.0,"extra":[]}]}}
select id from orders where payer = 1;
select id from orders where payer = 1 or payer = 2;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"range","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":500,"filtered":100.0,"extra":[]}]}}
select id from orders where payer in (1, 2);
-- expect: plan-skip-scan
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"range","possibleKeys":["idx_state_paid"],"key":"idx_state_paid","keyLength":8,"rows":5000,"filtered":100.0,"extra":["Using index for skip scan"]}]}}
select id from orders where paid_at > '2024-01-01';
select state, paid_at from orders where paid_at = '2024-01-01';
select count(*) from orders where paid_at > '2024-01-01';
-- no-hit: plan-skip-scan
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"range","possibleKeys":["idx_state_paid"],"key":"idx_state_paid","keyLength":8,"rows":5000,"filtered":100.0,"extra":["Using where"]}]}}
select id from orders where state = 1 and paid_at > '2024-01-01';
select id from orders where state = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"const","possibleKeys":["PRIMARY"],"key":"PRIMARY","keyLength":8,"rows":1,"filtered":100.0,"extra":[]}]}}
select id from orders where id = 1;
-- expect: plan-dependent-subquery
-- facts: {"plan":{"steps":[{"id":2,"selectType":"DEPENDENT SUBQUERY","table":"items","access":"ref","possibleKeys":[],"keyLength":4,"rows":5,"filtered":100,"extra":[]}]}}
select id, (select count(*) from items i where i.order_id = o.id) from orders o where o.id < 9;
select id from orders o where state = (select max(n) from items i where i.order_id = o.id);
-- facts: {"plan":{"steps":[{"id":2,"selectType":"UNCACHEABLE SUBQUERY","table":"items","access":"ref","possibleKeys":[],"keyLength":4,"rows":5,"filtered":100,"extra":[]}]}}
select id from orders where state = (select rand() from items where id = 1);
-- no-hit: plan-dependent-subquery
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100.0,"extra":[]}]}}
select id from orders where payer = 1;
select id from orders where payer in (select id from people where country = 'DE');
update orders set state = 1 where payer = 1;
-- expect: plan-cost
-- facts: {"plan":{"steps":[],"cost":500000}}
select id from orders where note = 'x';
select note, count(*) from orders where id > 5 group by note;
update orders set state = 1 where note = 'x';
-- no-hit: plan-cost
-- facts: {"plan":{"steps":[],"cost":12.5}}
select id from orders where payer = 1;
select id from orders where id = 1;
-- facts: {"plan":{"steps":[]}}
select id from orders where note = 'x';
-- expect: plan-type-floor
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":50000,"filtered":100.0,"extra":[]}]}}
select id from orders where note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"index","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100.0,"extra":[]}]}}
select payer from orders where payer + 1 = 2;
delete from orders where payer + 1 = 2;
-- no-hit: plan-type-floor
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"range","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50,"filtered":100.0,"extra":[]}]}}
select id from orders where payer in (1, 2);
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50,"filtered":100.0,"extra":[]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"<derived2>","access":"ALL","possibleKeys":[],"rows":50,"filtered":100.0,"extra":[]}]}}
select n from (select 1 as n) d where n = 1;
-- expect: plan-impossible
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"","possibleKeys":[],"keyLength":0,"rows":0,"filtered":100,"extra":["Impossible WHERE"]}]}}
select id from orders where id = 1 and id = 2;
delete from orders where id = 1 and id = 2;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"","possibleKeys":[],"keyLength":0,"rows":0,"filtered":100,"extra":["Impossible WHERE noticed after reading const tables"]}]}}
select id from orders where id = 1 and state = 5;
-- no-hit: plan-impossible
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"const","possibleKeys":["PRIMARY"],"key":"PRIMARY","keyLength":8,"rows":1,"filtered":100.0,"extra":[]}]}}
select id from orders where id = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100.0,"extra":["Using where"]}]}}
select id from orders where payer = 1;
delete from orders where payer = 1;
-- expect: plan-range-checked
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ALL","possibleKeys":[],"rows":500,"filtered":100.0,"extra":["Range checked for each record (index map: 0x3)"]}]}}
select o.id from orders o join items i on i.n > o.state where o.id = 1;
select o.id from orders o, items i where i.n < o.id;
delete o from orders o join items i on i.n > o.state where o.id = 1;
-- no-hit: plan-range-checked
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ref","possibleKeys":["idx_order"],"key":"idx_order","keyLength":8,"rows":5,"filtered":100.0,"extra":[]}]}}
select o.id from orders o join items i on i.order_id = o.id where o.id = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"items","access":"ALL","possibleKeys":[],"rows":500,"filtered":100.0,"extra":["Using where"]}]}}
select id from items where n = 1;
select id from items where n > 1;
-- expect: statement-refused
-- facts: {"plan":{"steps":[],"error":{"code":1054,"message":"Unknown column"}}}
select nothing from orders where id = 1;
update orders set nothing = 1 where id = 1;
delete from orders where nothing = 1;
-- no-hit: statement-refused
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"const","possibleKeys":["PRIMARY"],"key":"PRIMARY","keyLength":8,"rows":1,"filtered":100.0,"extra":[]}]}}
select id from orders where id = 1;
-- facts: {"plan":{"steps":[]}}
update orders set state = 1 where id = 1;
delete from orders where id = 1;
-- no-hit: plan-type-floor
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":40,"filtered":100,"extra":[]}]}}
select id from orders where note = 'x';
-- no-hit: plan-rows
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":9000,"filtered":100,"extra":[]},{"id":2,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":9000,"filtered":100,"extra":[]}]}}
select id from orders where payer = 1 union all select id from orders where payer = 2;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":0.01,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"items","access":"eq_ref","possibleKeys":["idx_payer"],"key":"PRIMARY","keyLength":8,"rows":1,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"people","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50,"filtered":100,"extra":[]}]}}
select o.id from orders o join items i on i.id = o.id join people p on p.parent = o.payer where o.payer = 1;
-- expect: plan-rows
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":5000,"filtered":100,"extra":[]},{"id":1,"selectType":"SIMPLE","table":"items","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":900,"filtered":100,"extra":[]}]}}
select o.id from orders o join items i on i.n = o.state where o.payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"PRIMARY","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":5000,"filtered":100,"extra":[]},{"id":2,"selectType":"DEPENDENT SUBQUERY","table":"items","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":900,"filtered":100,"extra":[]}]}}
select id, (select max(n) from items i where i.order_id = o.id) from orders o where payer = 1;
-- expect: plan-no-index
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":["idx_payer"],"rows":500000,"filtered":100,"extra":[]}]}}
select id from orders where payer <> 1;
-- no-hit: plan-no-index
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":500000,"filtered":100,"extra":[]}]}}
select id from orders;
-- expect: plan-filtered
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":5,"extra":[]}]}}
select id from orders where payer = 1 and note = 'x';
-- expect: plan-key-count
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["a","b","c","d","e","f","g"],"key":"a","keyLength":8,"rows":12,"filtered":100,"extra":[]}]}}
select id from orders where payer = 1 and state = 2;
delete from orders where payer = 1 and state = 2;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":1022,"rows":12,"filtered":100,"extra":[]}]}}
select id from orders where note = 'x';
-- no-hit: plan-key-count
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":[]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["a","b"],"key":"idx_payer","keyLength":20,"rows":12,"filtered":100,"extra":[]}]}}
select id from orders where payer = 1 and state = 2;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":90,"filtered":100,"extra":[]}]}}
select id from orders where note = 'x';
-- expect: plan-select-type
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":[]},{"id":2,"selectType":"MATERIALIZED","table":"items","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100,"extra":[]}]}}
select id from orders where id in (select order_id from items where n > 5);
update orders set state = 1 where id in (select order_id from items where n > 5);
delete from orders where id in (select order_id from items where n > 5);
-- no-hit: plan-select-type
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":[]},{"id":2,"selectType":"MATERIALIZED","table":"items","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50,"filtered":100,"extra":[]}]}}
select id from orders where id in (select order_id from items where n > 5);
-- facts: {"plan":{"steps":[{"id":1,"selectType":"PRIMARY","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":[]},{"id":2,"selectType":"DERIVED","table":"items","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":50000,"filtered":100,"extra":[]}]}}
select n from (select n from items where n > 5 limit 9) d where n = 6;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":[]}]}}
select id from orders where payer = 1;
-- expect: plan-filter-steps
-- facts: {"plan":{"steps":[{"id":1,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]},{"id":2,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]},{"id":3,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]},{"id":4,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]},{"id":5,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]},{"id":6,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]}]}}
select id from orders where payer = 1 or state = 2;
select id from orders where payer = 1 and note = 'x';
delete from orders where payer = 1 and note = 'x';
-- no-hit: plan-filter-steps
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]}]}}
select id from orders where payer = 1 and note = 'x';
-- facts: {"plan":{"steps":[{"id":1,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using index"]},{"id":2,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using index"]},{"id":3,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using index"]},{"id":4,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using index"]},{"id":5,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using index"]},{"id":6,"selectType":"UNION","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using index"]}]}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]},{"id":1,"selectType":"SIMPLE","table":"items","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":["Using where"]}]}}
select o.id from orders o join items i on i.order_id = o.id where o.note = 'x' and i.n = 1;
-- expect: plan-low-selectivity
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_state_paid","keyLength":8,"rows":450000,"filtered":100,"extra":[]}]},"statistics":{"orders":{"rows":900000}}}
select id from orders where state = 1;
delete from orders where state = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_state_paid","keyLength":8,"rows":900,"filtered":100,"extra":[]}]},"statistics":{"orders":{"rows":900000,"indexes":{"idx_state_paid":{"cardinality":3}}}}}
select id from orders where state = 1;
-- no-hit: plan-low-selectivity
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_payer","keyLength":8,"rows":12,"filtered":100,"extra":[]}]},"statistics":{"orders":{"rows":900000,"indexes":{"idx_payer":{"cardinality":80000}}}}}
select id from orders where payer = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ref","possibleKeys":["idx_payer"],"key":"idx_state_paid","keyLength":8,"rows":45,"filtered":100,"extra":[]}]},"statistics":{"orders":{"rows":90}}}
select id from orders where state = 1;
-- facts: {"plan":{"steps":[{"id":1,"selectType":"SIMPLE","table":"orders","access":"ALL","possibleKeys":[],"rows":900000,"filtered":100,"extra":[]}]},"statistics":{"orders":{"rows":900000}}}
select id from orders where note = 'x';
-- expect: index-advice
-- given: shop
select id from orders where note = 'x';
select title from items where n = 5 and title = 'a' order by id;
delete from people where name = 'x' and score > 5;
-- no-hit: index-advice
-- given: shop
select id from orders where payer = 1;
select id from elsewhere.orders where note = 'x';
select count(*) from orders;
-- facts: {"statistics":{"people":{"rows":20}}}
select id from people where name = 'x';

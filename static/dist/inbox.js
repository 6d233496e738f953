import{a as e,b as t}from"./with-parts-popup.js";import{$ as n,A as a,B as s,C as l,D as i,F as o,G as r,H as c,I as d,J as u,K as p,L as h,M as m,N as f,O as g,P as b,Q as $,R as v,S as w,Y as k,_ as y,aa as x,ba as _,c as M,ca as I,d as S,da as q,e as E,ea as z,f as C,fa as A,g as O,ga as L,h as T,ha as D,j,l as R,m as B,n as F,na as N,o as V,oa as U,p as H,pa as K,q as P,qa as W,r as Q,ra as Y,s as J,sa as Z,t as X,u as G,v as ee,va as te,w as ne,wa as ae,x as se,xa as le,y as ie,z as oe,za as re}from"./app.js";function ce(e,t,n){let a=Object.keys(e).filter(a=>t&&n?.[a]===e[a]).map(e=>[e,t?.[e]]);return Object.fromEntries(a)}function de({read:e,changed:t,order:n,now:a=()=>0,freshMs:s=0}){let l=[],i="empty",o=null,r=-1/0,c=0,d=e=>{l=n?[...e].sort(n):e,t()},u=async n=>{let s=c+=1;"ready"!==i&&(i="loading"),n&&(r=a());try{let{items:t,next_cursor:a}=await e(n?null:o);if(s!==c)return;i="ready",o=a??null;let r=n?[]:l;d([...r,...t.filter(e=>!r.some(t=>t.id===e.id))])}catch{if(s!==c)return;"ready"!==i&&(i="failed"),r=-1/0,t()}},p=(e,t)=>d(l.map(n=>n.id===e?{...n,...t}:n));return{get rows(){return l},get phase(){return i},get hasMore(){return null!==o},get:e=>l.find(t=>t.id===e)??null,load:()=>u(!0),ensure:()=>"loading"===i||"ready"===i&&a()-r<s?Promise.resolve():u(!0),more:()=>null===o||"loading"===i?Promise.resolve():u(!1),stale(){r=-1/0},put(e){d(l.some(t=>t.id===e.id)?l.map(t=>t.id===e.id?e:t):[...l,e])},patch:p,drop:e=>d(l.filter(t=>t.id!==e)),async change(e,t,n){let a=l.find(t=>t.id===e);p(e,t);try{return await n()}catch(n){throw p(e,ce(t,a,l.find(t=>t.id===e))),n}}}}function ue(e,t,n){switch(t){case"assign":return O(e,n.agent_id??null);case"close":return{state:"closed",waiting_since:null,snoozed_until:null};case"reopen":return{state:e.agent_id?"open":"waiting",snoozed_until:null};case"snooze":return{state:"snoozed",snoozed_until:n.until??null};case"label":return{labels:[...e.labels,...(n.labels??[]).filter(t=>!e.labels.includes(t))]};default:return{labels:e.labels.filter(e=>!(n.labels??[]).includes(e))}}}function pe(e,t,n){if("close"===t)return"closed"!==e.state;if("reopen"===t)return"closed"===e.state||"snoozed"===e.state;let a=ue(e,t,n);return Object.entries(a).some(([t,n])=>String(n)!==String(e[t]))}function he(e,t){let n=e.shortcut.toLowerCase();if(n===t)return 0;if(n.startsWith(t))return 1;let a=e.title.toLowerCase();return a.startsWith(t)?2:a.includes(t)||n.includes(t)?3:e.text.toLowerCase().includes(t)?4:null}function me({api:e,keyOf:t,drafts:n,unkept:a,keepSoon:s,unwritten:l,changed:i,conversationOf:o,trim:r,flush:c}){return{async load(){let d;try{({items:d}=await e.drafts())}catch{return}let u=new Set;for(let{conversation_id:e,note:o,text:r,updated_at:c}of d){let d=t(e,o?"note":"reply");u.add(d);let p=n.get(d);a.has(d)||p&&!p.kept&&p.at>Date.parse(c)?s(d):p?.text!==r?(n.set(d,{text:r,at:Date.parse(c),kept:!0}),l.add(d),i(e)):p&&(p.kept=!0)}for(let[e,t]of n)if(!u.has(e)){if(a.has(e)){s(e);continue}t.kept?(n.delete(e),l.add(e),i(o(e))):s(e)}r(),c()}}}var fe=[1,2,3,4,6];function ge(e){let t=0;for(let n of e)t=31*t+n.codePointAt(0)>>>0;return fe[t%fe.length]}function be(e,t){for(let n of[e.head,e.tail]){let e=n.indexOf(t);e>=0&&n.splice(e,1)}}function $e({page:e,changed:t,settle:n,at:a,holds:s,places:l,arrange:i}){return{began(n){let a=e(n);a.loading=!0,a.failed=!1,t()},failed(n){Object.assign(e(n),{loading:!1,failed:!0}),t()},took(t,o,r,c){n();let d=e(t),u=o.map(e=>e.id);c&&!d.told&&Object.assign(d,{head:u,tail:[]});let p=u.filter(e=>!d.head.includes(e)&&!d.tail.includes(e));if(c||d.tail.push(...p),Object.assign(d,{cursor:r,loaded:!0,loading:!1}),t===a.view&&s.size>0&&!(c&&a.shown.length>0)){let e=new Set(a.shown.map(e=>e.id));a.shown=[...a.shown,...l((c?u:p).filter(t=>!e.has(t)))]}i()}}}function ve({page:e,takes:t,rows:n,arrange:a}){return{told(t,n){let s=e(),l=new Set(t);s.away.clear(),Object.assign(s,{head:[...t],tail:n?s.tail.filter(e=>!l.has(e)):[],told:!0,loaded:!0}),n||(s.cursor=null),a()},moved(t,n){let s=e();s.away.delete(t),be(s,t);let l=null===n?-1:s.head.indexOf(n);return!(null!==n&&l<0||(s.head.splice(l+1,0,t),a(),0))},gone(s){let l=e();l.away.delete(s);let i=l.head.at(-1)===s&&(l.tail.length>0||null!==l.cursor);be(l,s);let o=n.get(s);i&&o&&t(o)&&l.tail.unshift(s),a()}}}function we({pages:e,holdsRow:t,at:n,arrange:a,holds:s,settle:l}){return{place(n){for(let[a,s]of e){let{head:e,away:l}=s,i=l.get(n.id);t(a,n)?void 0!==i&&(l.delete(n.id),e.splice(i,0,n.id)):(e.includes(n.id)&&l.set(n.id,e.indexOf(n.id)),be(s,n.id))}a()},drop(t){for(let n of e.values())n.away.delete(t),be(n,t);a()},stale(){for(let[t,a]of e)t!==n.view?e.delete(t):Object.assign(a,{loading:!1,told:!1})},hold(e,t){t!==s.has(e)&&(l(),t?s.add(e):s.delete(e),!t&&0===s.size&&a())},release(){s.clear(),a()}}}var ke="servicedesk.view",ye="servicedesk.sort";function xe({at:e,api:t,cache:n,touch:a,failed:s,loadContact:l}){return{async changeContact(s){let l=e.contact;if(!l?.data)return"unexpected";try{let e=await t.changeContact(l.id,s);l.data=e;for(let t of n.rows.values())t.contact.id===l.id&&n.patch(t.id,{contact:{...t.contact,name:e.name,name_source:e.sources.name}});return a("details"),null}catch(e){return e.code??"unexpected"}},async block(e){try{for(let n of e)await t.block(n)}catch(e){return s(e),!1}finally{await l(!0)}return!0},async unblock(e){try{await t.unblock(e)}catch(e){s(e)}await l(!0)}}}function _e({at:e,threads:t,cache:n,markOf:a,touch:s,clock:l,painted:i,loadContact:o,client:r}){return{show(r){if(r===e.open)return;e.open=r,e.seen=void 0,e.contact=null,e.turning=!0,t.show(r);let c=r?n.rows.get(r):null;c?e.seen=a(c):r&&n.want(r),s("thread"),l.flush(),i(()=>{e.turning=!1,s("list","details","frame"),c&&e.open===r&&o(!1)})},read(){let a=e.open&&n.rows.get(e.open),s=e.open?t.get(e.open)?.last??0:0;!a||s<=a.mine.read||"ready"!==t.get(a.id)?.phase||!t.adopted(a.id)||(r.read(a.id,s),n.patch(a.id,{unread:0,mine:{received:Math.max(a.mine.received,s),read:s}}))},away(){let n=e.open?t.get(e.open)?.last:0;null==e.seen&&n&&(e.seen=n)},readingWhen(t){e.isReading=t}}}function Me({storage:e,selection:t,list:n,loadView:a,watch:s,touch:l,moreUntil:i}){return{arrangeBy(l){if(l.sort)try{e?.setItem(ye,l.sort)}catch{}t.clear(),n.arrangeBy(l),s(),a(n.view,!0)},showView(i){t.clear();try{e?.setItem(ke,i)}catch{}let o=n.show(i);s(),o&&a(i,!0),l("list")},more:()=>a(n.view,!1),moreUntil:i,retryList:()=>a(n.view,!0)}}var Ie=(e,t)=>t.filter(t=>t.name&&e.includes(`@${t.name}`)).map(e=>e.id),Se=e=>e.length>0&&e[0].sequence>1;function qe({api:e,client:t,view:n,saving:a,changed:s,missing:l}){let i=new Map,o=new Set,r=null,c=n=>{let a=i.get(n);a?i.delete(n):a=function({id:e,fetch:t,changed:n}){let a=[],s=!1,l="empty",i=!1,o=0,r=e=>{if(0===e.length)return;let t=new Set(a.map(e=>e.sequence)),n=e.filter(e=>!t.has(e.sequence));0!==n.length&&(a=[...a,...n].sort((e,t)=>e.sequence-t.sequence))};return{id:e,get entries(){return a},get more(){return s},get phase(){return l},get history(){return i},get last(){return a.at(-1)?.sequence??0},async load(){let e=o+=1;"ready"!==l&&(l="loading"),n();try{let n=await t({limit:50});if(e!==o)return null;let i=n.items.at(-1)?.sequence??0,r=a.filter(e=>e.sequence>i);return a=[...n.items,...r],s=Se(n.items),l="ready",i}catch(t){return e!==o||"ready"!==l&&(l=404===t?.status?"missing":"failed"),null}finally{n()}},async older(){if(i||!s||0===a.length)return;i=!0,n();let e=a[0].sequence;try{let n=await t({before_sequence:e,limit:50});if(a[0]?.sequence!==e)return;r(n.items),s=Se(n.items)}catch{}finally{i=!1,n()}},trim(e){i||a.length<=e+50||(a=a.slice(-e),s=!0)},apply(e){let t=a.at(-1);!t||e.sequence>t.sequence?a=[...a,e]:r([e]),n()}}}({id:n,fetch:t=>e.entries(n,t),changed:()=>s(n)}),i.set(n,a);for(let e of i.keys()){if(i.size<=30)break;e===r||e===n||(i.delete(e),o.delete(e),t.release(e))}return a},d=async e=>{let n=await e.load();null!==n&&i.get(e.id)===e&&(t.adopt(e.id,n),o.add(e.id)),"missing"===e.phase&&l(e.id)};return{show(e){if(r=e,n(e),!e)return;let t=c(e);"ready"!==t.phase&&"loading"!==t.phase&&d(t)},prefetch(e){i.has(e)||a()||d(c(e))},reload(e){let t=i.get(e);t&&d(t)},apply(e){let t=i.get(e.conversation_id);t?.apply(e),t&&t.id!==r&&t.trim(50)},get:e=>i.get(e)??null,drop(e){i.delete(e),o.delete(e)},adopted:e=>o.has(e),reset(){o.clear();for(let e of[...i.keys()])e!==r&&i.delete(e);let e=r&&i.get(r);e&&d(e)}}}var Ee=e=>e.unread>0?e.mine.read:null;function ze({at:e,sending:t,notify:n}){return{undoSend:()=>e.open?t.undo(e.open):null,undoAction(){let t=e.notice?.action;return!!t?.undo&&(n(null),t.run(),!0)},takeBack:n=>e.open?t.undo(e.open,n):null,holdFor(t){e.holdMs=t}}}function Ce(e,{me:t,storage:n,saving:a=()=>!1,now:s,after:l,painted:i,files:o=()=>({of:()=>[],count:0})}){let{at:r,api:c,client:d,cache:u,clock:p,touch:h,notify:m,failed:f,forget:g,loadAgents:b}=e,$=new Set,{threads:v,drafts:w,compose:k,selection:y,labels:x,presence:_,firstSteps:I,canned:S,links:q,files:z}=function({touch:e,at:t,storage:n,now:a,after:s,api:l,me:i,failed:o,makeFiles:r,client:c,view:d,saving:u,forget:p}){let h=function({changed:e}){let t=new Map,n=new Map,a=new Map,s=e=>`${e.kind}:${e.id}`;return{forget(){t.clear(),n.clear(),a.clear(),e()},presence(a,s){if("agent"!==a.member.kind)return s&&n.set(s,a.online),e();let l=t.get(a.member.id);t.set(a.member.id,{online:a.online,availability:a.availability??"offline",viewing:a.presence?l?.viewing??null:a.viewing??null,looksIn:a.presence?l?.looksIn??!1:!!a.look_in}),e()},typing({conversation_id:t,member:n,active:l,preview:i}){let o=a.get(t)??new Map;l?o.set(s(n),{member:n,preview:i??null}):o.delete(s(n)),o.size?a.set(t,o):a.delete(t),e()},spoke(t,n){a.get(t)?.delete(s(n))&&e()},customer:e=>n.get(e),agent:e=>t.get(e)??null,writing:e=>[...a.get(e)?.values()??[]],viewing:(e,n)=>[...t].filter(([t,a])=>t!==n&&a.online&&a.viewing===e).map(([e])=>e)}}({changed:()=>e("list","thread","details")}),m=function({storage:e,owner:t,now:n,after:a,api:s,changed:l}){let i=new Map,{unwritten:o,flush:r}=function({owner:e,storage:t,drafts:n}){let a=`servicedesk.draft.${e}.`,s=new Set;try{(()=>{if(t)for(let e=0;e<t.length;e+=1){let s=t.key(e);if(s?.startsWith(a))try{n.set(s.slice(a.length),JSON.parse(t.getItem(s)??""))}catch{}}})()}catch{}return{unwritten:s,flush:()=>{for(let e of s){let s=n.get(e);try{s?t?.setItem(a+e,JSON.stringify(s)):t?.removeItem(a+e)}catch{}}s.clear()}}}({owner:t,storage:e,drafts:i}),{keepSoon:c,unkept:d}=function({drafts:e,api:t,conversationOf:n,unwritten:a,flush:s,changed:l,after:i}){let o=new Map,r=0;return{keepSoon:c=>{let d=r+=1;o.set(c,d),i(()=>o.get(c)===d&&(async i=>{let r=o.get(i);if(void 0===r)return;let c=e.get(i)?.text??"";try{await t.keepDraft(n(i),i.endsWith(".note"),c)}catch{return}if(o.get(i)!==r)return;o.delete(i);let d=e.get(i);d&&(d.kept=!0,a.add(i),s()),l(n(i))})(c),1e3)},unkept:o}}({drafts:i,api:s,conversationOf:e=>p(e),unwritten:o,flush:r,changed:l,after:a}),u=(e,t)=>`${e}.${t}`,p=e=>e.slice(0,e.lastIndexOf(".")),h=()=>{if(i.size<=200)return;let e=[...i].sort((e,t)=>e[1].at-t[1].at).slice(0,i.size-200);for(let[t]of e)i.delete(t),o.add(t)};return{get:(e,t)=>i.get(u(e,t))?.text??"",set:(e,t,a)=>{let s=u(e,t),r=i.get(s);(r?.text??"")!==a&&(a.trim()?i.set(s,{text:a,at:n()}):i.delete(s),o.add(s),(r||a.trim())&&c(s),h(),l(e))},of:e=>i.get(u(e,"reply"))?.text??i.get(u(e,"note"))?.text??null,flush:r,kept:(e,t)=>!0===i.get(u(e,t))?.kept,get pending(){return o.size>0},get size(){return i.size},get unkept(){return[...i.values()].filter(e=>!e.kept).length},...me({api:s,keyOf:u,drafts:i,unkept:d,keepSoon:c,unwritten:o,changed:l,conversationOf:p,trim:h,flush:r}),drop(e){for(let t of["reply","note"]){let n=u(e,t);d.delete(n),i.delete(n)&&o.add(n)}l(e)},forget(){let e=[...i.keys()];for(let t of e)o.add(t);i.clear(),d.clear(),r();for(let t of e)l(p(t))}}}({storage:n,owner:t.agent.id,now:a,after:s,api:l,changed:n=>e(n===t.open?"composer":"list")}),f=function({changed:e}){let t=new Map,n=new Map,a=new Map,s=(t,n,a)=>{(null===a?!t.delete(n):t.get(n)===a)||(null!==a&&t.set(n,a),e(n))};return{quote:e=>t.get(e)??null,setQuote:(e,n)=>s(t,e,n),change:e=>n.get(e)??null,setChange:(e,t)=>s(n,e,t),answered:e=>a.get(e)??null,setAnswered:(e,t)=>s(a,e,t),drop(e){t.delete(e),n.delete(e),a.delete(e)}}}({changed:()=>e("composer")}),g=function({api:e,changed:t}){let n=new Map,a=de({read:()=>e.labels(),order:(e,t)=>t.conversations-e.conversations||e.name.localeCompare(t.name),changed:()=>{n=new Map(a.rows.map(e=>[e.name,e])),t()}});return{get all(){return a.rows},load:a.load,colour:e=>n.get(e)?.colour??ge(e),heard(e){e.some(e=>!n.has(e))&&a.load()},search(e){let t=e.trim().toLowerCase();return t?a.rows.filter(e=>e.name.toLowerCase().includes(t)).sort((e,n)=>Number(n.name.toLowerCase().startsWith(t))-Number(e.name.toLowerCase().startsWith(t))):a.rows},expect(e){n.has(e)||a.put({id:`new:${e}`,name:e,colour:ge(e),conversations:0})}}}({api:l,changed:()=>e("list","details")}),b=function({api:e,now:t,changed:n}){let a=de({read:()=>e.canned(),changed:n,now:t,freshMs:6e4});return{get all(){return a.rows},get phase(){return a.phase},load:a.ensure,stale:a.stale,search:e=>function(e,t){let n=t.trim().toLowerCase();return e.map(e=>({one:e,at:n?he(e,n):1})).filter(({at:e})=>null!==e).sort((e,t)=>e.at-t.at||t.one.used-e.one.used||e.one.title.localeCompare(t.one.title)).slice(0,50).map(({one:e})=>e)}(a.rows,e),used(t){a.patch(t,{used:(a.get(t)?.used??0)+1}),e.cannedUsed(t).catch(()=>{})}}}({api:l,now:a,changed:()=>e("composer")}),$=function({api:e,list:t,changed:n,failed:a}){let s=t,l=null,i=()=>s?s.steps.filter(e=>!e.done).length:0,o=e=>{s=e,n()},r=async()=>{if(s)try{o(await e.setupList())}catch{}},c=async(e,t)=>{if(!l){l=e,n();try{await t(),await r()}catch(e){a(e)}l=null,n()}};return{get steps(){return s?.steps??[]},get left(){return i()},get shown(){return null!==s&&!s.dismissed&&i()>0},get demo(){return s?.demo_data??!1},get allowed(){return null!==s},get work(){return l},async looked(){s&&(i()>0||s.demo_data)&&await r()},async answered(){s?.steps.some(e=>"first_answer"===e.name&&!e.done)&&await r()},async dismiss(){if(!s)return;let t=s;o({...s,dismissed:!0});try{o(await e.dismissSetupList(!0))}catch(e){o(t),a(e)}},addDemo:()=>c("adding",e.addDemoData),removeDemo:()=>c("removing",e.removeDemoData)}}({api:l,list:i.setup??null,changed:()=>e("frame","thread"),failed:o}),v=function({api:e,enabled:t,changed:n}){let a=new Map,s=(e,t)=>`${e} ${t}`;return{enabled:t,get:(e,t)=>a.get(s(e,t))??null,isKnown:(e,t)=>a.has(s(e,t)),async look(l,i){let o=s(l,i);if(!t||a.has(o))return;let[r]=a.keys();a.size>=500&&a.delete(r),a.set(o,null);try{let t=await e.linkPreview(l,i);if(!t?.title||!a.has(o))return;a.set(o,t),n()}catch{}}}}({api:l,enabled:!0===i.link_previews,changed:()=>e("thread")}),w=r({changed:n=>n===t.open?e("thread","list"):e("list"),failed:o}),k=function({changed:e}){let t=new Set,n=null;return{get size(){return t.size},get ids(){return[...t]},has:e=>t.has(e),toggle(a){t.has(a)?t.delete(a):t.size<200&&t.add(a),n=a,e()},range(a,s){let l=s.indexOf(a),i=n?s.indexOf(n):l;if(l<0)return;let[o,r]=i<0?[l,l]:[Math.min(i,l),Math.max(i,l)];for(let e of s.slice(o,r+1))t.size<200&&t.add(e);n=a,e()},all(n){t.clear();for(let e of n.slice(0,200))t.add(e);e()},keep(n){for(let e of t)n(e)||t.delete(e);e()},clear(){0!==t.size&&(t.clear(),n=null,e())}}}({changed:()=>e("list")});return{threads:qe({api:l,client:c,view:d,saving:u,changed:n=>n===t.open&&e("thread"),missing:e=>p(e)}),drafts:m,compose:f,selection:k,labels:g,presence:h,firstSteps:$,canned:b,links:v,files:w}}({touch:h,at:r,storage:n,now:s,after:l,api:c,me:t,failed:f,makeFiles:o,client:d,view:e.view,saving:a,forget:g}),A=function({rows:e,me:t,changed:n}){let a=new Map,s=new Set,l={view:"open",sort:"waiting",label:null,shown:[],waiting:0,stale:!1},{settle:i,page:o,arrange:r,places:c}=function({at:e,pages:t,rows:n,holds:a,changed:s}){let l=(n=e.view)=>{let a=t.get(n);return a||(a={head:[],tail:[],away:new Map,told:!1,cursor:null,loaded:!1,loading:!1,failed:!1},t.set(n,a)),a},i=t=>{let a=[];for(let e of t){let t=n.get(e);t&&a.push({id:e,group:C(t)})}return"waiting"===e.sort?[...a.filter(e=>"us"===e.group),...a.filter(e=>"us"!==e.group)]:a};return{settle:()=>{if(!e.stale)return;e.stale=!1;let{head:t,tail:s}=l();if(0===a.size)e.shown=i([...t,...s]),e.waiting=0;else{let a=new Set(e.shown.map(e=>e.id));e.waiting=[...t,...s].filter(e=>!a.has(e)).length,e.shown=e.shown.filter(e=>n.has(e.id))}},page:l,arrange:()=>{e.stale=!0,s()},places:i}}({at:l,pages:a,rows:e,holds:s,changed:n}),d=(e,n)=>E(e,n,t)&&(!l.label||n.labels.includes(l.label)),u=e=>d(l.view,e);return{takes:u,get view(){return l.view},get shown(){return i(),l.shown},get waiting(){return i(),l.waiting},has:e=>o().head.includes(e)||o().tail.includes(e),get page(){return o()},pageOf:e=>o(e),get sort(){return l.sort},get label(){return l.label},arrangeBy(e){l.sort=e.sort??l.sort,void 0!==e.label&&(l.label=e.label),a.clear(),s.clear(),r()},show(e){l.view=e,o().told=!1,s.clear(),r();let{loaded:t,loading:n}=o();return!t&&!n},...$e({page:o,changed:n,settle:i,at:l,holds:s,places:c,arrange:r}),...ve({page:o,takes:u,rows:e,arrange:r}),...we({pages:a,holdsRow:d,at:l,arrange:r,holds:s,settle:i})}}({rows:u.rows,me:r.agent.id,changed:()=>h("list")}),O=function({api:e,cache:t,notify:n,failed:a}){let s=(e,n,a)=>t.patch(e,ce(n,a,t.rows.get(e))),l=async(e,l,i)=>{let o=t.rows.get(e);if(!o)return!1;t.patch(e,l);try{let a=await i();return t.countsSoon(),!l.state||!a?.state||a.state===l.state||(s(e,l,o),t.want(e),n({key:"thread.kept",icon:"message-circle"}),!1)}catch(t){return s(e,l,o),a(t),!1}},i=(e,t,a)=>n({key:e,count:a,icon:"circle-check",action:{key:"thread.undo",run:t,undo:!0}}),o=async(n,a,s={},o=!1)=>{let r=t.rows.get(n);if(!r||!pe(r,a,s))return!1;let c=await l(n,ue(r,a,s),((t,n,a)=>{let s=ue(t,n,a);return"assign"===n?()=>e.assign(t.id,a.agent_id??null):"close"===n?()=>e.close(t.id,t.last_sequence):"reopen"===n?()=>e.reopen(t.id):"snooze"===n?()=>e.snooze(t.id,a.until??null,t.last_sequence):()=>e.label(t.id,s.labels??[])})(r,a,s));return c&&!o&&i(`thread.done_${a}`,((t,n)=>()=>{let{id:a}=t;return"assign"===n?l(a,{agent_id:t.agent_id,state:t.state},()=>e.assign(a,t.agent_id)):"label"===n||"unlabel"===n?l(a,{labels:t.labels},()=>e.label(a,t.labels)):"reopen"===n?l(a,ue(t,"close",{}),()=>e.close(a,t.last_sequence)):l(a,(({id:e,state:t,agent_id:n,snoozed_until:a,labels:s,waiting_since:l})=>({id:e,state:t,agent_id:n,snoozed_until:a,labels:s,waiting_since:l}))(t),()=>e.reopen(a))})(r,a)),c},r=function({cache:e,takeBack:t,api:n,failed:a,notify:s,offerUndo:l}){return async(i,o,r={})=>{let c=i.map(t=>e.rows.get(t)).filter(e=>void 0!==e&&pe(e,o,r));if(0===c.length)return;for(let t of c)e.patch(t.id,ue(t,o,r));let d,u=new Map(c.map(e=>[e.id,e])),p=e=>{let n=u.get(e);n&&t(e,ue(n,o,r),n)};try{let e=(e=>"close"===e||"snooze"===e)(o)?{last_sequences:Object.fromEntries(c.map(e=>[e.id,e.last_sequence]))}:{};d=await n.bulk({ids:[...u.keys()],action:o,...e,...r})}catch(e){for(let e of u.keys())p(e);return void a(e)}e.countsSoon();let h=d.items.filter(e=>e.done);for(let e of d.items)e.done||p(e.id);let m=d.items.filter(e=>"newer_message"===e.code).length;if(0===h.length)return void s(m?{key:"inbox.bulk_kept",count:m,icon:"message-circle"}:{key:"inbox.bulk_none",icon:"circle-alert"});let f=async()=>{for(let t of h)e.patch(t.id,t.before??{});try{await n.bulk({action:"restore",items:h.map(e=>({id:e.id,...e.before}))})}catch(e){a(e)}for(let t of h)e.want(t.id);e.countsSoon()};m?s({key:"inbox.bulk_kept",count:m,icon:"message-circle",action:{key:"thread.undo",run:f,undo:!0}}):l(`inbox.done_${o}`,f,h.length)}}({cache:t,takeBack:s,api:e,failed:a,notify:n,offerUndo:i});return{act:o,actOnAll:r,assign:(e,t)=>o(e,"assign",{agent_id:t},!0),close:e=>o(e,"close"),reopen:a=>{let s=t.rows.get(a);return n(null),s?l(a,ue(s,"reopen",{}),()=>e.reopen(a)):Promise.resolve(!1)},snooze:(e,t)=>o(e,"snooze",{until:t}),label:(e,t,n)=>o(e,n?"label":"unlabel",{labels:[t]},!0)}}({api:c,cache:u,notify:m,failed:f}),{loadView:L,moreUntil:D}=function({api:e,cache:t,list:n,selection:a,open:s}){let l=async(l,i,o=!1)=>{let r=n.page;if(!r.loading&&(i||r.cursor)){n.began(l);try{let{sort:c,label:d}=n,u=await e.conversations(l,i?null:r.cursor,{sort:c,label:d});if(r!==n.pageOf(l))return;if(o){let e=new Set([s(),...u.items.map(e=>e.id)]);t.keep(t=>e.has(t)),a.keep(t=>e.has(t))}for(let e of u.items)t.put(e);n.took(l,u.items,u.next_cursor??null,i)}catch{n.failed(l)}}};return{loadView:l,async moreUntil(e){for(let{page:t}=n,a="";t===n.page&&t.cursor&&t.cursor!==a&&!e();)a=t.cursor,await l(n.view,!1)}}}({api:c,cache:u,list:A,selection:y,open:()=>r.open}),{loadContact:j,reload:R,loadOwn:B}=function({at:e,api:t,touch:n,cache:a,now:s,labels:l,drafts:i,list:o,loadView:r,threads:c,loadAgents:d}){let u=-1/0,p=()=>{s()-u<3e3||(u=s(),l.load(),i.load())};return{loadContact:async s=>{let l=e.open&&a.rows.get(e.open)?.contact.id;if(!l)return;e.contact?.id!==l?e.contact={id:l,phase:"loading",data:null}:s||(e.contact.phase=e.contact.data?"ready":"loading"),n("details");let i=e.contact;try{i.data=await t.contact(l),i.phase="ready"}catch{i.data||(i.phase="failed")}n("details")},reload:()=>{o.stale(),r(o.view,!0,!0),a.fetchCounts(),d(),p(),c.reset(),e.open&&a.want(e.open)},loadOwn:p}}({at:r,api:c,touch:h,cache:u,now:s,labels:x,drafts:w,list:A,loadView:L,threads:v,loadAgents:b});!function({storage:e,list:t}){let n=e?.getItem(ke);M.includes(n)&&t.show(n),"newest"===e?.getItem(ye)&&t.arrangeBy({sort:"newest"})}({storage:n,list:A});let{watch:F}=function({client:e,cache:t,list:n}){let a=0,s=!1,l=e=>s&&e.request_id===String(a),i=()=>{s&&(a>0&&e.watch({view:null,request_id:String(a)}),a+=1,e.watch({view:n.view,sort:n.sort,label:n.label,rows:50,request_id:String(a)}))};return e.on("welcome",()=>{s=!0,a=0,i()}),e.on("status",e=>{!s||"live"===e.phase||(s=!1,t.countsTold(!1))}),e.on("rows",e=>{if(!l(e))return;let a=e.items;for(let e of a)t.put(e);t.countsTold(!0),t.setCounts(e.counts),n.told(a.map(e=>e.id),e.more)}),e.on("row",e=>{if(!l(e))return;if(e.gone)return n.gone(e.id);let a=e.row;t.put(a),n.moved(a.id,e.after??null)||i()}),e.on("counts",e=>{let{type:n,request_id:a,...s}=e;l(e)&&t.setCounts(s)}),{watch:i}}({client:d,cache:u,list:A}),N=function({api:e,client:t,drafts:n,compose:a,holdMs:s,failed:l,me:i,agents:o,open:r,close:c}){return{send(e,l,i={}){let c=r();if(!c)return{code:"empty"};let d=a.quote(c),u=l?Ie(e,o()):[],p={kind:"text",text:e,...d?{quote:d.message_id}:{},...u.length?{mentions:u}:{}};try{t.send({conversation_id:c,content:p,note:l,hold_ms:s(),...i.close?{then:"close"}:{}})}catch(e){return e}return n.set(c,l?"note":"reply",""),n.flush(),a.setQuote(c,null),a.setAnswered(c,null),null},undo(e,a){for(let s of[...t.items(e)].reverse()){if(a&&s.client_message_id!==a)continue;let l=t.unsend(s.client_message_id);if(!l)continue;let i=l.note?"note":"reply",o=n.get(e,i);return n.set(e,i,o?`${l.content.text}\n${o}`:l.content.text??""),i}return null},settled(e,t){"close"===e.then&&e.conversation_id&&t&&c(e.conversation_id)},heard(e){if("message"!==e.type)return;let{conversation_id:t,sender:s,note:l}=e;"agent"!==s.kind||s.id===i().id||l||n.get(t,"reply")&&a.setAnswered(t,s.name??o().find(e=>e.id===s.id)?.name??"")},async saveChange(t){let n=a.change(t);if(!n)return!1;let s=n.text.trim();if(!s)return!1;if(s===n.was)return a.setChange(t,null),!0;try{let a=n.note?Ie(s,o()):[],l=n.quote?{quote:n.quote}:{};await e.editMessage(t,n.message_id,{kind:"text",text:s,...l,...a.length?{mentions:a}:{}})}catch(e){return l(e),!1}return a.setChange(t,null),!0},async recall(t,n){try{return await e.recallMessage(t,n),!0}catch(e){return l(e),!1}}}}({api:c,client:d,drafts:w,compose:k,failed:f,holdMs:()=>r.holdMs,me:()=>r.agent,agents:()=>r.agents,open:()=>r.open,close:e=>O.act(e,"close")});(function({core:{at:e,cache:t,hooks:n,touch:a},list:s,threads:l,drafts:i,compose:o,sending:r,loadContact:c,reload:d}){n.reset=d,n.placed=s.place,n.shown=t=>{t.id===e.open&&(void 0===e.seen&&(e.seen=Ee(t),c(!1)),a("thread","details"))},n.entry=l.apply,n.settled=r.settled,n.forget=n=>{let a=t.rows.get(n)?.contact.id;l.drop(n),i.drop(n),o.drop(n),s.drop(n),e.contact&&e.contact.id===a&&(e.contact=null)}})({core:e,list:A,threads:v,drafts:w,compose:k,sending:N,loadContact:j,reload:R}),function({cache:e,presence:t,firstSteps:n,labels:a,canned:s,sending:l,hooks:i,at:o,loadContact:r,heard:c,client:d}){i.took=e=>{"message"===e.type&&t.spoke(e.conversation_id,e.sender),"message"===e.type&&"agent"===e.sender.kind&&n.answered(),"labels"===e.kind&&a.heard(e.labels??[]),l.heard(e)},i.told=e=>{if(e.conversation_id===o.open){("contact_changed"===e.kind||"rated"===e.kind)&&r(!0);for(let t of c)t(e)}},d.on("welcome",()=>t.forget()),d.on("progress",({conversation_id:t,mine:n,theirs:a})=>{let s=e.rows.get(t);if(!s)return;let l=Math.max(s.mine.read,n.read);e.patch(t,{mine:{received:Math.max(s.mine.received,n.received),read:l},theirs:{received:Math.max(s.theirs.received,a.received),read:Math.max(s.theirs.read,a.read)},unread:l>=s.last_sequence?0:s.unread})}),d.on("typing",t.typing),d.on("presence",n=>t.presence(n,o.open&&e.rows.get(o.open)?.visitor_id===n.member.id?o.open:null));let u={blocks:()=>r(!0),labels:()=>a.load(),canned:()=>s.stale()};d.on("settings",({area:e})=>u[e]?.())}({cache:u,presence:_,firstSteps:I,labels:x,canned:S,sending:N,hooks:e.hooks,at:r,loadContact:j,heard:$,client:d});let V={list:A,presence:_,drafts:w,compose:k,labels:x,canned:S,selection:y,firstSteps:I,links:q,threads:v,...O,send:N.send,saveChange:N.saveChange,recall:N.recall,...ze({at:r,sending:N,notify:m}),...xe({at:r,api:c,cache:u,touch:h,failed:f,loadContact:j}),formLabels:t.form_labels??{},start(){L(A.view,!0),u.fetchCounts(),b(),B()},...Me({storage:n,selection:y,list:A,loadView:L,watch:F,touch:h,moreUntil:D}),..._e({at:r,threads:v,cache:u,markOf:Ee,touch:h,clock:p,painted:i,loadContact:j,client:d}),files:z,loadContact:j,retryThread:()=>r.open&&v.reload(r.open),unsentOf:e=>r.unsent.get(e)??[],onHeard:e=>{$.add(e)}};return T(T(V,e),function({at:e,now:t,threads:n,files:a}){return{get undoable(){return!!e.notice?.action?.undo},get holding(){return!!e.open&&(e.unsent.get(e.open)??[]).some(e=>(e.hold_until??0)>t())},get contact(){return e.contact},get turning(){return e.turning},get thread(){return e.open?n.get(e.open):null},get seen(){return e.seen??null},get reading(){return e.isReading()},get unsentCount(){return[...e.unsent.values()].reduce((e,t)=>e+t.length,a.count)}}}({at:r,now:s,threads:v,files:z}))}var Ae="servicedesk.files";function Oe(e){let t=j(!1),n=null;return()=>{e.ticks.frame.value;let{phase:a,code:s,paused:l}=e.client.status,i="connecting"===a||"waiting"===a;i?null===n&&(n=setTimeout(()=>t.value=!0,3e3)):(clearTimeout(n),n=null,t.peek()&&queueMicrotask(()=>t.value=!1));let o=(e,t,n)=>P`<div class="banner" role="status">${m(t)}<span>${d(e)}</span>${n}</div>`;if("ended"===a&&s){let t=c(`inbox.ended_${s}`)?`inbox.ended_${s}`:"inbox.ended",n=P`<button class="text-button" @click=${()=>e.client.start()}>${d("inbox.connect_here")}</button>`;return o(t,"wifi-off","blocked"===s?X:n)}return i&&t.value?o("inbox.connecting","wifi-off"):l?o("inbox.paused","cloud-off"):X}}function Le(e,t,n){return()=>{e.ticks.thread.value;let a=e.row;e.view(e.openId);let s=a&&e.looksIn(a)?e.agentName(String(a.agent_id)):null;return n&&a&&s&&"closed"!==a.state?P`<div class="banner look-in" role="status">
<span>${d("thread.look_in",{name:s})}</span>
<button class="text-button" @click=${()=>((n,a)=>{let s=e.drafts.get(n,"note");s.includes(`@${a}`)||e.drafts.set(n,"note",`@${a} ${s}`),t("note")})(a.id,s)}>${d("thread.whisper",{name:s})}</button>
<button class="text-button" @click=${()=>e.api.takeOver(a.id).catch(e.failed)}>${d("thread.take_over")}</button>
</div>`:X}}var Te=e=>c(`common.channel_${e}`)?d(`common.channel_${e}`):e,De=e=>m("web"===e?"globe":"code-xml",12);function je(n,a){let s="",l=0,o=null,r=()=>{let e=a.options(s.trim()).slice(0,50),t=e.some(e=>e.label.toLowerCase()===s.trim().toLowerCase());return{found:e,makes:!!a.create&&""!==s.trim()&&!t}},c=t=>{let{found:n,makes:l}=r();if(t<n.length)a.choose(n[t]);else{if(!l)return;a.create?.run(s.trim())}if(!a.several)return e();s="",o?.()},d=e=>{if(e.isComposing||229===e.keyCode)return;let{found:t,makes:n}=r(),a=t.length+Number(n);"ArrowDown"===e.key||"ArrowUp"===e.key?(e.preventDefault(),l=a?(l+("ArrowDown"===e.key?1:-1)+a)%a:0,o?.(),document.getElementById(`picker-${l}`)?.scrollIntoView({block:"nearest"})):"Enter"===e.key&&(e.preventDefault(),c(l))};o=t(n,a.label,()=>{let{found:e,makes:t}=r(),n=e.length+Number(t);l=Math.max(0,Math.min(l,n-1));let u=(e,t,n)=>P`<li
id="picker-${e}"
class="menu-item ${e===l?"picked":""}"
role="option"
aria-selected=${n}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>c(e)}
>
${t}
</li>`;return P`<input
class="picker-field"
type="text"
role="combobox"
aria-label=${a.label}
aria-expanded="true"
aria-controls="picker-list"
aria-autocomplete="list"
aria-activedescendant=${n?`picker-${l}`:""}
placeholder=${a.placeholder}
autocomplete="off"
.value=${i(s)}
@input=${e=>{s=e.target.value,l=0,o?.()}}
@keydown=${d}
/>
<ul class="picker-list" id="picker-list" role="listbox" aria-label=${a.label} aria-multiselectable=${!!a.several}>
${e.map((e,t)=>u(t,P`${e.mark?P`<span class="menu-mark">${e.mark}</span>`:X}<span class="menu-label">${e.label}${e.more?P`<small class="menu-more">${e.more}</small>`:X}</span>${e.hint?P`<span class="menu-hint">${e.hint}</span>`:X}${e.checked?P`<span class="menu-check">${m("check")}</span>`:X}`,!!e.checked))}
${t?u(e.length,P`<span class="menu-mark">${m("plus")}</span><span class="menu-label">${a.create?.label(s.trim())}</span>`,!1):X}
</ul>
${n?X:P`<p class="picker-nothing" role="status">${a.nothing}</p>`}`})}var Re=e=>e.selection.size>0?e.selection.ids:e.openId?[e.openId]:[];async function Be(e,t,n,a={}){if(1!==t.length||e.selection.has(t[0]))return e.selection.clear(),e.actOnAll(t,n,a);let s="assign"===n||"label"===n||"unlabel"===n;return e.act(t[0],n,a,s)}function Fe(e,t,n=Re(e)){if(0===n.length)return;let a=e.agent.id,s=function(e,t){let n=new Set(t.map(t=>e.cache.rows.get(t)).flatMap(e=>{return e?[(t=e,t.agent_id)]:[];var t}));return 1===n.size?[...n][0]:void 0}(e,n),l=e.agents.filter(e=>e.active&&e.id!==a),i=t=>()=>Be(e,n,"assign",{agent_id:t}),o=e=>P`${b(e,"small")}`;k(t,d("thread.assign"),[{items:[{label:d("thread.assign_me"),hint:"M",mark:o(e.agent),checked:s===a,run:i(a)}]},{label:l.length?d("thread.colleagues"):void 0,items:l.map(e=>({label:e.name,hint:d(`agent.state_${te(e)}`),mark:o(e),checked:s===e.id,run:i(e.id)}))},{items:[{label:d("thread.assign_nobody"),checked:null===s,run:i(null)}]}])}function Ne(e){let t=t=>new Date(e.getFullYear(),e.getMonth(),e.getDate()+t,9);return{hours:new Date(e.getTime()+108e5),tomorrow:t(1),monday:t((8-e.getDay())%7||7)}}var Ve=e=>new Date(e.getTime()-6e4*e.getTimezoneOffset()).toISOString().slice(0,16);function Ue(a,s,l=Re(a)){0!==l.length&&k(s,d("thread.snooze"),[{items:Object.entries(Ne(new Date)).map(([e,t])=>({label:d(`thread.snooze_${e}`),hint:"monday"===e?n(t):x(t.toISOString()),run:()=>Be(a,l,"snooze",{until:t.toISOString()})}))},{items:[{label:d("thread.snooze_reply"),run:()=>Be(a,l,"snooze",{until:null})},{label:d("thread.snooze_at"),run:()=>setTimeout(()=>function(n,a,s){let{tomorrow:l}=Ne(new Date);t(a,d("thread.snooze"),()=>P`<form
class="popup-form"
@submit=${t=>{t.preventDefault();let{until:a}=t.target.elements,l=new Date(a.value);if(Number.isNaN(l.getTime())||l.getTime()<=Date.now())return a.focus();e(),Be(n,s,"snooze",{until:l.toISOString()})}}
>
<label for="snooze-until">${d("thread.snooze_until")}</label>
<input id="snooze-until" name="until" type="datetime-local" required min=${Ve(new Date)} .value=${Ve(l)} />
<button class="button primary">${d("thread.snooze")}</button>
</form>`)}(a,s,l))}]}])}function He(e,t,n=Re(e)){if(0===n.length)return;let a=[...n],s=t=>a.every(n=>e.cache.rows.get(n)?.labels.includes(t)),l=t=>{let n=s(t)?"unlabel":"label";e.labels.expect(t),1===a.length?e.act(a[0],n,{labels:[t]},!0):e.actOnAll(a,n,{labels:[t]})};je(t,{label:d("thread.labels"),placeholder:d("thread.labels_find"),nothing:d("thread.labels_none"),several:!0,options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:P`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,hint:t.conversations?String(t.conversations):void 0,checked:s(t.name)})),choose:e=>l(e.label),create:{label:e=>d("thread.labels_create",{name:e}),run:l}})}var Ke=(e,t)=>t-Date.parse(e)<6e4?d("thread.waited_now"):d("thread.waited",{time:y(e,t)});function Pe(e,t){let n=e.presence.writing(t).filter(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id),a=e.presence.viewing(t,e.agent.id),s=n[0]?.member.id??a[0];return s?{id:s,name:e.agentName(s)??n[0]?.member.name??"",looksIn:!!e.presence.agent(s)?.looksIn,writing:n.length>0,more:new Set([...n.map(e=>e.member.id),...a]).size-1}:null}var We=[..."😀😄😁😅😂🙂😊😉😍😘😋😎🤗🤔😐😏😴😌😔😢😭😤😡😱😳🥰🤩🥳😇🤝👍👎👌✌🙏👏💪👋🤞💐🌹🌸🍵🎁🎉🎂🎈❤💔💯✨🔥⭐☀🌙☔📦🚚🛒💰📷📞⏰✅"].slice(0,64).map(e=>/[\u2600-\u27bf\u2b50\u23f0]/.test(e)?`${e}️`:e);function Qe({text:e,start:t,end:n},a){let s=a.length,l=e.slice(t,n);return e.slice(t-s,t)===a&&e.slice(n,n+s)===a?{text:e.slice(0,t-s)+l+e.slice(n+s),start:t-s,end:n-s}:l.length>=2*s&&l.startsWith(a)&&l.endsWith(a)?{text:e.slice(0,t)+l.slice(s,-s)+e.slice(n),start:t,end:n-2*s}:{text:e.slice(0,t)+a+l+a+e.slice(n),start:t+s,end:n+s}}function Ye({text:e,start:t,end:n}){let a=e.slice(t,n),s=/^https?:\/\/\S+$/.test(a)?a:"https://",l=s===a?"":a,i=t+l.length+3,o=`${e.slice(0,t)}[${l}](${s})${e.slice(n)}`;return s===a?{text:o,start:t+1,end:t+1}:{text:o,start:i,end:i+s.length}}var Je=/^(- |\d+\. )/;function Ze({text:e,start:t,end:n},a){let s=e.lastIndexOf("\n",t-1)+1,l=e.indexOf("\n",n)<0?e.length:e.indexOf("\n",n),i=e.slice(s,l).split("\n"),o=i.every(e=>Je.test(e)&&/^\d/.test(e)===a),r=i.map((e,t)=>(o?"":a?`${t+1}. `:"- ")+e.replace(Je,"")).join("\n"),c=e.slice(0,s)+r+e.slice(l);return 1===i.length?{text:c,start:s+r.length,end:s+r.length}:{text:c,start:s,end:s+r.length}}function Xe(e,{from:t,to:n},a){let s=t+a.length;return{text:e.slice(0,t)+a+e.slice(n),start:s,end:s}}var Ge={canned:"thread.canned",mention:"thread.mention",emoji:"thread.emoji"};function et({at:e,options:t,desk:n,close:a}){return{view(){if(!e.ask)return X;let s=t();return 0===s.length?"canned"===e.ask.kind&&"ready"===n.canned.phase?P`<p class="suggest suggest-nothing" role="status">${d("thread.canned_none")}</p>`:X:P`<ul class="suggest" id="suggest" role="listbox" aria-label=${d(Ge[e.ask.kind])}>
${s.map((t,n)=>P`<li
id="suggest-${n}"
class="menu-item ${n===e.at?"picked":""}"
role="option"
aria-selected=${n===e.at}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>{a(),t.take()}}
>
${t.mark?P`<span class="menu-mark">${t.mark}</span>`:X}<span class="menu-label">${t.label}${t.more?P`<small class="menu-more">${t.more}</small>`:X}</span
>${t.hint?P`<span class="menu-hint">${t.hint}</span>`:X}
</li>`)}
</ul>`}}}var tt=e=>{let t=Math.round(e/1e3);return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};function nt({locale:e,onWords:t,onEnd:n}){let a=window,s=a.SpeechRecognition??a.webkitSpeechRecognition,l=null;return{canSpeak:!(!a.speechSynthesis||!a.SpeechSynthesisUtterance),canListen:!!s,speak(t){let n=new a.SpeechSynthesisUtterance(t);n.lang=e,a.speechSynthesis.speak(n)},hush:()=>a.speechSynthesis?.cancel(),get listening(){return!!l},listen(){if(l)return l.stop();l=new s,l.lang=e,l.interimResults=!1,l.onresult=e=>{for(let n of[...e.results].slice(e.resultIndex))n.isFinal&&t(n[0].transcript)},l.onend=l.onerror=()=>{l=null,n()},l.start()}}}function at(n,a){let s=e=>{let t=[...e.currentTarget.children],n=function(e,t){let n={ArrowRight:1,ArrowLeft:-1,ArrowDown:8,ArrowUp:-8}[e];return n?Math.min(We.length-1,Math.max(0,t+n)):null}(e.key,t.indexOf(document.activeElement));if(null!==n){e.preventDefault();for(let[e,a]of t.entries())a.tabIndex=e===n?0:-1;t[n].focus()}};t(n,d("thread.emoji"),()=>P`<div class="emoji-grid" role="group" aria-label=${d("thread.emoji")} @keydown=${s}>
${We.map((t,n)=>P`<button
type="button"
tabindex=${n?-1:0}
@click=${()=>{e(),a(t)}}
>
${t}
</button>`)}
</div>`,{above:!0})}var st=/Mac|iPhone|iPad/.test(navigator.platform),lt=st?"⌘↵":"Ctrl ↵";function it({at:e,attach:t,insert:n,suggest:a,mark:s,say:l,speech:i,dictate:o,send:r,tray:c,sendOn:u}){let p=(e,t,n,a,s=!1,l)=>{let i=d(`thread.tool_${t}`);return P`<button
class="icon-button composer-tool"
type="button"
data-tool=${t}
aria-label=${i}
aria-haspopup=${s?"dialog":X}
aria-pressed=${l??X}
title=${n?`${i} · ${n}`:i}
@click=${a}
>
${m(e,18)}
</button>`},h=!!navigator.mediaDevices&&"MediaRecorder"in window,f=st?"⌘":"Ctrl ",g=e=>{let{tomorrow:t}=Ne(new Date);k(e.currentTarget,d("thread.send_more"),[{items:[{label:d("thread.send_close"),mark:m("check",16),hint:st?"⌘⇧↵":"Ctrl ⇧ ↵",run:()=>r(!0)},{label:d("thread.send_snooze"),mark:m("alarm-clock",16),run:()=>r(!1,t.toISOString())}]}],{above:!0})};return{toolbar:r=>P`<div class="composer-tools" role="toolbar" aria-label=${d("thread.tools")} data-open=${e.tools}>
${p("paperclip","attach","F",t)}
${p("smile","emoji","",e=>at(e.currentTarget,n),!0)}
${p("square-slash","canned","/",e=>a.pickCanned(e.currentTarget),!0)}
${r?p("at-sign","mention","@",()=>n("@")):X}
${p("bold","bold",`${f}B`,s(e=>Qe(e,"**")))}
${p("list","list",`${f}⇧8`,s(e=>Ze(e,!1)))} ${p("link","link",`${f}U`,s(Ye))}
${h?p("audio-lines","voice","",l):X}
${i.canListen?p("mic","dictate","",o,!1,i.listening):X}
</div>`,goView:(e,t,n)=>P`<span class="composer-go">
<button class="button primary composer-send" ?disabled=${V(e)&&(n||!c.count)}>
<span class="no-phone">${d(n?"thread.save":t?"thread.add_note":"thread.send")}</span
><kbd class="no-phone" aria-hidden="true">${"enter"===u()?"↵":lt}</kbd
><span class="only-phone">${m("arrow-up",22)}<span class="hidden">${d(t?"thread.add_note":"thread.send")}</span></span>
</button>
${t||n?X:P`<button
class="button primary composer-also"
type="button"
aria-label=${d("thread.send_more")}
aria-haspopup="menu"
aria-expanded="false"
?disabled=${V(e)}
@click=${g}
>
${m("chevron-down",16)}
</button>`}</span
>`}}var ot=CSS.supports("field-sizing: content");function rt({ui:e,choose:t}){let n=t=>{"ArrowLeft"!==t.key&&"ArrowRight"!==t.key||(t.preventDefault(),e.tab.value="reply"===e.tab.value?"note":"reply",document.getElementById(`tab-${e.tab.value}`)?.focus())};return a=>P`<button
class="composer-tab"
type="button"
role="tab"
id="tab-${a}"
aria-selected=${e.tab.value===a}
aria-controls="composer-text"
tabindex=${e.tab.value===a?0:-1}
title=${"reply"===a?"R":"N"}
@click=${()=>t(a)}
@keydown=${n}
>
${d(`thread.tab_${a}`)}
</button>`}function ct({desk:e,ui:t,suggest:n,onFiles:a,send:s,tabButton:l,choose:o,dismiss:r,tray:u,onInput:p,onKey:h,at:f,voiceView:g,toolbar:b,hint:$,goView:v}){return{view:()=>{let k=e.row,y=e.openId;if(!y||!e.thread)return X;let x=e.compose.change(y),_=x?null:e.compose.quote(y),M=e.compose.answered(y),I=x?x.note:"note"===t.tab.value,S=x?x.text:e.drafts.get(y,t.tab.value),q=t.phone.value?Pe(e,y):null,E=d(I?"thread.note_placeholder":"closed"===k?.state?"thread.closed_placeholder":"thread.placeholder");return P`${n.view()}${q?.writing?P`<div class="collision" role="status">${d("thread.collision",{name:q.name})}${w}</div>`:M?P`<div class="collision" role="status">${d("thread.answered",{name:M})}</div>`:X}
<form
class="composer ${I?"composer-note":""}"
aria-label=${d("thread.composer")}
@paste=${a}
@submit=${e=>{e.preventDefault(),s()}}
>
<div class="composer-top">
<div class="composer-tabs" role="tablist" aria-label=${d("thread.composer")}>${l("reply")}${l("note")}</div>
<span class="composer-goes">
${I?P`${m("lock",14)} ${d("thread.note_private")}`:P`${De(k?.channel??"web")} ${(e=>c(`thread.goes_${e}`)?d(`thread.goes_${e}`):d("thread.goes_api"))(k?.channel??"web")}`}
</span>
</div>
<button
class="icon-button only-phone composer-switch"
type="button"
aria-label=${d("thread.tab_note")}
aria-pressed=${I}
@click=${()=>o(I?"reply":"note")}
>
${m("lock",20)}
</button>
${x||_?P`<div class="composer-strip">
${m(x?"pencil-line":"undo-2",14)}
<span>${x?d("thread.changing"):d("thread.quoting",{name:_?.name??"",text:_?.text??""})}</span>
<button class="icon-button" type="button" aria-label=${d("thread.leave_it")} @click=${r}>${m("x",16)}</button>
</div>`:X}
${x?X:u.view()}
<textarea
id="composer-text"
rows="1"
.value=${i(S)}
placeholder=${E}
aria-label=${d(I?"thread.note_label":"thread.reply_label")}
aria-autocomplete="list"
aria-controls=${n.isOpen?"suggest":X}
aria-activedescendant=${n.active()||X}
@input=${p}
@keydown=${h}
@blur=${n.close}
></textarea>
<button
class="icon-button only-phone composer-more"
type="button"
aria-label=${d("thread.tools")}
aria-expanded=${f.tools}
@click=${()=>{f.tools=!f.tools,e.touch("composer")}}
>
${m(f.tools?"x":"plus",22)}
</button>
${f.voice?g(f.voice):X}
<div class="composer-bottom" ?hidden=${!!f.voice}>
${b(I)}
<span class="composer-hint">${$()}</span>
${v(S,I,!!x)}
</div>
</form>`}}}var dt=[1,7,30,0],ut=null;function pt(e){ut=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var ht=null;async function mt(e,t,n){let a=ht;if(!a||a.busy||a.name!==t)return;let s=a.text.trim();if(s===(n??""))return ft(e);a.busy=!0,a.wrong=await e.changeContact({[t]:s||null}),a.busy=!1,ht===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):ft(e))}function ft(e,t=!1){let n=ht?.name;ht=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function gt(e,t,n){ht={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function bt(e,t,n){let a=d("contact.change",{what:d(`contact.field_${t}`).toLowerCase()});return P`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>gt(e,t,n)}>
${m("pencil-line",14)}
</button>`}var $t=(e,t)=>ht?.name===t&&ht.contact===e.contact?.id;function vt(e,t,n,a,s=null,l={}){let o=e.contact?.id??"",r=d(`contact.field_${n}`),u=ht?.contact===o&&ht.name===n?ht:null,p=s=>{s.isComposing||229===s.keyCode||("Escape"===s.key?(s.stopPropagation(),ft(e,!0)):"Enter"===s.key&&(t||s.metaKey||s.ctrlKey)&&(s.preventDefault(),mt(e,n,a)))};if(t&&!a&&!u)return X;let h=u?(()=>{let s=u?.wrong,l=s&&(c(`contact.wrong_${n}`)&&"invalid"===s?d(`contact.wrong_${n}`):d(c(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),o=e=>u&&(u.text=e.target.value),h=()=>mt(e,n,a),m=t?P`<input id="contact-${n}" class="edit-field" aria-label=${r} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:X} maxlength="254" .value=${i(u?.text??"")} @input=${o} @keydown=${p} @blur=${h} />`:P`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${r} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:X} maxlength="2000" .value=${i(u?.text??"")} @input=${o} @keydown=${p} @blur=${h}></textarea>`;return P`${m}${s?P`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${l}</p>`:X}`})():a?P`${s?P`<a href=${s}>${a}</a>`:P`<span class=${t?"":"note-lines"}>${a}</span>`}${l.mark??X}${l.fixed?X:bt(e,n,a)}${l.below??X}`:P`<button class="text-button quiet" id="edit-${n}" @click=${()=>gt(e,n,a)}>${d("contact.add",{what:r.toLowerCase()})}</button>`;return t?P`<div class="fact">
<dt title=${r}>${m(t,16)}<span class="hidden">${r}</span></dt>
<dd class="edit">${h}</dd>
</div>`:P`<div class="edit-note">${h}</div>`}var wt=new Intl.DisplayNames(r,{type:"language"}),kt=new Map;function yt(e){try{return e?new URL(e).host:null}catch{return null}}var xt=(e,t,n)=>n?P`<div class="fact">
<dt title=${t}>${m(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:X,_t=["name","email","phone"],Mt=e=>d(e.verified?$(e)?"common.verified":"contact.id_verified":"contact.unverified");function It(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>P`<p class="fact-other">${d(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function St(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?P`<span class="verified" role="img" aria-label=${d("contact.proven")} title=${d("contact.proven")}>${m("badge-check",14)}</span>`:"said"===n&&e.verified?P`<span class="fact-unproven">${d("contact.unproven")}</span>`:X,below:It(e,t)}}function qt(e,t,n){e.ticks.details.value,e.ticks.thread.value;let a=t.now.value;if(e.turning)return J;let s=e.row;if(!s)return X;let{contact:l}=e,o=l?.data??null,c=o??s.contact,p={...s.contact,name:c.name,name_source:o?o.sources.name:s.contact.name_source},h=t.phone.value,b=o?function(e,t){let{device:n,time_zone:a}=e,s=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",l="";try{a&&(l=function(e){let t=kt.get(e)??new Intl.DateTimeFormat(r,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return kt.set(e,t),t}(a).format(t))}catch{}return{device:s,local:l&&d("contact.local_time",{time:l})}}(o,a):{device:"",local:""},w=o?d("contact.since",{month:z(o.created_at,a)}):"";return P`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${g({id:s.contact.id,name:c.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${f({...s.contact,name:c.name})}</span>${$(p)?v(!0):X}${o?.name&&"proven"!==o.sources.name?bt(e,"name",o.name):X}
</h2>
<p>${[Mt(p),w].filter(Boolean).join(" · ")}</p>
${o?It(o,"name"):X}
</div>
${t.narrow.value?P`<button class="icon-button" aria-label=${d("common.close")} @click=${()=>t.details.set(!1)}>${m("x",20)}</button>`:X}
${o?P`<dl class="facts">
${$t(e,"name")?vt(e,"user","name",o.name):X}
${vt(e,"mail","email",o.email,h?null:`mailto:${o.email}`,St(o,"email"))}
${vt(e,"phone","phone",o.phone,h?null:`tel:${o.phone}`,St(o,"phone"))}
${vt(e,"map-pin","city",o.city)} ${xt("id-card",d("contact.user_id"),o.user_id)}
${xt("languages",d("contact.language"),o.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return wt.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(o.locale))}
${xt("monitor-smartphone",d("contact.device"),b.device)} ${xt("clock",d("contact.clock"),b.local)}
</dl>`:X}
<div class="who-labels">
${s.labels.map(t=>P`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${d("thread.labels")} · T`}
@click=${t=>He(e,t.currentTarget,[s.id])}
>
${m("plus",14)} ${d("thread.labels")}
</button>
${o?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!$t(e,n)).map(t=>P`<button class="text-button quiet" id="edit-${t}" @click=${()=>gt(e,t,null)}>
${m("plus",14)} ${d(`contact.field_${t}`)}
</button>`)}(e,o):X}
</div>
${((e,t)=>P`<div class="tiles only-phone">
${t?.phone?P`<a class="tile" href="tel:${t.phone}">${m("phone",20)}${d("contact.call")}</a>`:X}
${t?.email?P`<a class="tile" href="mailto:${t.email}">${m("mail",20)}${d("contact.mail")}</a>`:X}
<button class="tile" aria-haspopup="menu" @click=${t=>Fe(e,t.currentTarget)}>
${m("user-plus",20)}${d("contact.hand_over")}
</button>
</div>`)(e,o)}
</section>
${"failed"===l?.phase?P`<p class="panel-note" role="alert">
${d("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${d("common.retry")}</button>
</p>`:X}
${o?P`${((e,t,n)=>t.block?P`<section class="panel">${function(e,t,n){let{id:a,reason:s,agent_id:l,blocked_at:i,until:o}=t.block,r=l?e.agentName(l):null,c=[r?d("contact.blocked_by",{name:r}):null,_(i,n),o?d("contact.blocked_until",{time:L(o)}):null];return P`<div class="blocked" role="status">
${m("lock",16)}
<div>
<strong>${d("contact.blocked")}</strong>
${s?P`<p>${s}</p>`:X}
<p class="blocked-facts">${c.filter(Boolean).join(" · ")}</p>
</div>
<button class="text-button" @click=${()=>e.unblock(a)}>${d("contact.unblock")}</button>
</div>`}(e,t,n)}</section>`:X)(e,o,a)}${function(e,t,n){if(!e.page)return X;let{url:a,title:s,referrer:l,at:i}=e.page,o=yt(l),r=[o&&o!==yt(a)?d("contact.from",{host:o}):null,u("contact.visits",e.visits)];return P`<section class="panel">
<div class="panel-head"><h3>${d(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${s||yt(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${y(i??"",t)}</p>
<p class="looking-more">${r.filter(Boolean).join(" · ")}</p>
</section>`}(o,a,e.presence.customer(String(e.openId))??!!o.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],s=Object.entries(e.attributes??{}).filter(([e,t])=>!(_t.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),l=e.events??[];return P`${s.length?P`<section class="panel">
<div class="panel-head"><h3>${d("contact.attributes")}</h3><span>${d("contact.unproven")}</span></div>
<dl class="said">${s.map(([e,t])=>P`<div><dt>${n[e]??(_t.includes(e)?d(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?d(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:X}${l.length?P`<section class="panel">
<div class="panel-head"><h3>${d("contact.events")}</h3></div>
<dl class="said">
${l.map(e=>P`<div><dt>${e.name}</dt><dd>${_(e.at,t)}</dd></div>`)}
</dl>
</section>`:X}`}(o,a,e.formLabels)}${function(e,t,n,a){let s=t.conversations.filter(t=>t.id!==e.openId);return 0===s.length?X:P`<section class="panel">
<div class="panel-head"><h3>${d("contact.before")}</h3><span>${s.length}</span></div>
<ul class="earlier">
${s.map(e=>P`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${m("message-circle",16)}
<span class="earlier-text">${Y(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||d("inbox.no_message")}</span>
<span class="earlier-when">${_(e.updated_at,n)} · ${d(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,o,a,n)}
<section class="panel">
<div class="panel-head"><h3>${d("contact.field_note")}</h3></div>
${vt(e,null,"note",o.note)}
</section>
${function(e,t){if(t.block)return X;let n=ut?.contact===t.id;return P`<section class="panel">
${n?((e,t)=>P`<form
class="block-form"
@submit=${n=>{n.preventDefault(),async function(e,t){let n=ut;if(!n||n.busy)return;n.busy=!0;let a={reason:n.reason.trim()||null,until:n.days?new Date(Date.now()+864e5*n.days).toISOString():null},s=[{contact_id:t.id},...n.address&&t.address?[{address:t.address}]:[]],l=await e.block(s.map(e=>({...e,...a})));n.busy=!1,l&&ut===n&&pt(e)}(e,t)}}
@keydown=${t=>{"Escape"===t.key&&(t.stopPropagation(),pt(e))}}
>
<p>${d("contact.block_means")}</p>
<label for="block-reason">${d("contact.block_reason")}</label>
<input
id="block-reason"
class="edit-field"
maxlength=${200}
autocomplete="off"
.value=${i(ut?.reason??"")}
@input=${e=>ut&&(ut.reason=e.target.value)}
/>
<label for="block-days">${d("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>ut&&(ut.days=Number(e.target.value))}>
${dt.map(e=>P`<option value=${e} ?selected=${ut?.days===e}>${d(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?P`<label class="check"
><input
type="checkbox"
.checked=${i(ut?.address??!1)}
@change=${e=>ut&&(ut.address=e.target.checked)}
/><span>${d("contact.block_address",{address:t.address})}</span></label
>`:X}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>pt(e)}>${d("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${ut?.busy??!1}>${d("contact.block")}</button>
</div>
</form>`)(e,t):P`<button class="text-button quiet" id="block" @click=${()=>function(e,t){ut={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${m("lock",14)} ${d("contact.block")}</button>`}
</section>`}(e,o)}`:X}`}var Et="servicedesk.list_width",[zt,Ct,At]=[280,340,560],Ot={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},Lt=2*Math.PI*15;function Tt({name:e,done:t}){let n=d(`inbox.step_${e}`);if(t)return P`<li class="done">${m("circle-check",18)}<span>${n}</span><span class="hidden">${d("inbox.step_done")}</span></li>`;let a="site"===e&&re(location.origin),s=Ot[e];return P`<li>
<a href=${s} target=${"/demo"===s?"_blank":X} rel=${"/demo"===s?"noopener":X}>${m("circle",18)}<span>${n}${a?P`<small class="step-trouble">${d(`inbox.step_site_${a}`)}</small>`:X}</span>${m("chevron-right")}</a>
</li>`}function Dt(e,t,n){let a=[],s=0,l=null;return e.forEach((e,i)=>{t&&e.group!==l&&(l=e.group,a.push({kind:"head",key:`head:${l}:${i}`,group:l,top:s,height:n.head}),s+=n.head),a.push({kind:"row",key:e.id,id:e.id,index:i,top:s,height:n.row}),s+=n.row}),{sections:a,height:s}}var jt=["mine","unassigned","open"],Rt=(e,t,n)=>{let a=new Map;for(let s=t;s<=n;s++)a.set(e[s],s);return a},Bt=ne(class extends se{constructor(e){if(super(e),e.type!==ee.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;void 0===n?n=t:void 0!==t&&(a=t);let s=[],l=[],i=0;for(let t of e)s[i]=a?a(t,i):i,l[i]=n(t,i),i++;return{values:l,keys:s}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,i]){let o=s(e),{values:r,keys:c}=this.dt(t,n,i);if(!Array.isArray(o))return this.ut=c,r;let d,u,p=this.ut??=[],h=[],m=0,f=o.length-1,g=0,b=r.length-1;for(;m<=f&&g<=b;)if(null===o[m])m++;else if(null===o[f])f--;else if(p[m]===c[g])h[g]=oe(o[m],r[g]),m++,g++;else if(p[f]===c[b])h[b]=oe(o[f],r[b]),f--,b--;else if(p[m]===c[b])h[b]=oe(o[m],r[b]),ie(e,h[b+1],o[m]),m++,b--;else if(p[f]===c[g])h[g]=oe(o[f],r[g]),ie(e,o[m],o[f]),f--,g++;else if(void 0===d&&(d=Rt(c,g,b),u=Rt(p,m,f)),d.has(p[m]))if(d.has(p[f])){let t=u.get(c[g]),n=void 0!==t?o[t]:null;if(null===n){let t=ie(e,o[m]);oe(t,r[g]),h[g]=t}else h[g]=oe(n,r[g]),ie(e,o[m],n),o[t]=null;g++}else l(o[f]),f--;else l(o[m]),m++;for(;g<=b;){let t=ie(e,h[b+1]);oe(t,r[g]),h[g++]=t}for(;m<=f;){let e=o[m++];null!==e&&l(e)}return this.ut=c,a(e,h),J}});function Ft(e){let t=e.cache.counts;if(!t)return X;if(0!==t.all)return P`<div class="empty empty-quiet">
<p>${d("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${d("inbox.choose_keys")} <kbd>↵</kbd> ${d("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return P`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${d("inbox.nobody")}</h2>
<p>${d("inbox.nobody_why")}</p>
<div class="empty-actions">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${m("store",18)}${d("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return P`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${d(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):X}
</div>
${e.firstSteps.allowed?P`<p class="empty-hint">${d("inbox.demo_hint")}</p>`:X}
</div>`}var Nt={row:72,head:34},Vt={row:76,head:38};function Ut({desk:e,unseen:t,order:n,here:a,focusRow:s,laid:l,stretch:i}){return{pill:()=>{e.ticks.list.value;let o=t(),r=new Set(n()),c=e.list.waiting+o.filter(t=>r.has(t)||!e.list.has(t)).length;if(!c)return X;let d=o.length>0&&(l().sections.find(e=>e.key===o[0])?.top??1/0)>i.value.top;return P`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=o;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>s(t)))):a.scroller?.scrollTo(0,0)}}>${m(d?"arrow-down":"arrow-up",14)} ${u("inbox.new",c)}</button>`}}}function Ht(e,t,n){let a={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:s,laid:l,arrived:i,onScroll:o,unseen:r}=function({ui:e,desk:t,here:n}){let a=j({top:0,height:900}),s=new Set,l=()=>e.phone.value?Vt:Nt,i=()=>{let[e,a,s]=[t.list.shown,"open"===t.list.view&&"waiting"===t.list.sort&&null===t.list.label,l()];return(n.known.shown!==e||n.known.grouped!==a||n.known.tall!==s)&&(n.known={shown:e,grouped:a,tall:s,...Dt(e,a,s)}),n.known};return{stretch:a,laid:i,arrived:s,onScroll:()=>{if(!n.scroller)return;let{scrollTop:e,clientHeight:s}=n.scroller;(Math.abs(e-a.value.top)>80||s!==a.value.height)&&(a.value={top:e,height:s}),t.list.hold("scrolled",e>8);let{height:o}=i();o-e-s<12*l().row&&t.more()},unseen:()=>{let{top:n,height:l}=a.value;for(let a of s){let o=t.cache.rows.get(a),r=i().sections.find(e=>e.key===a),c=r&&r.top+r.height/2>n&&r.top+r.height/2<n+l&&e.sees("inbox")&&"visible"===document.visibilityState;(!o?.waiting_since||a===t.openId||c||!t.list.takes(o))&&s.delete(a)}return[...s]}}}({ui:t,desk:e,here:a}),{aimAt:c,showView:p,step:h,aimed:x,focusRow:q}=function({here:e,desk:t,stretch:n,laid:a}){let s=n=>{e.focused=n,t.touch("list")},l=l=>{e.walked={id:l,open:t.openId},s(l);let i=a().sections.find(e=>e.key===l);if(e.scroller&&i){let{scrollTop:t,clientHeight:a}=e.scroller;i.top<t?e.scroller.scrollTop=i.top-40:i.top+i.height>t+a&&(e.scroller.scrollTop=i.top+i.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(l)}"]`)?.focus({preventScroll:!0})};return{aimAt:s,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},s(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let s=a.findIndex(n=>n.id===(e.focused??t.openId)),i=s>=0?s+n:n>0?e.lastAt:e.lastAt-1,o=Math.max(0,Math.min(a.length-1,i));e.lastAt=o,l(a[o].id),o>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:l}}({here:a,desk:e,stretch:s,laid:l}),{choosing:E,order:z,all:C,chooseAll:O,endChoosing:L,nextTo:T}=function({desk:e}){let t=j(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.cache.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:e}),{pointed:D,onClick:R,onOver:B,onEnter:F,onLeave:N}=function({desk:e,choosing:t,ui:n,here:a,open:s,aimAt:l,order:i}){let o=j(null);return{pointed:o,onClick:o=>{let r=o.target,c=r.closest(".place")?.dataset.id;if(!c)return;let d=r.closest("[data-action]");if(d)return((t,n)=>{let{action:a}=n.dataset;"take"===a?Be(e,[t],"assign",{agent_id:e.agent.id}):"snooze"===a?Ue(e,n,[t]):Be(e,[t],"close"===a?"close":"reopen")})(c,d);let u=r.closest(".row-check");return u||(e=>e.target.closest?.(".row"))(o)&&!o.ctrlKey&&!o.metaKey&&!o.button?(o.preventDefault(),o.shiftKey||u||t.value&&n.phone.value?(l(c),void(o.shiftKey?e.selection.range(c,i()):e.selection.toggle(c))):(a.focused=c,void s(c))):void 0},onOver:t=>{clearTimeout(a.hover);let n=t.target.closest(".place")?.dataset.id;"mouse"===t.pointerType&&(o.value=n??null),n&&(a.hover=setTimeout(()=>e.threads.prefetch(n),120))},onEnter:t=>"mouse"===t.pointerType&&e.list.hold("pointer",!0),onLeave:()=>{clearTimeout(a.hover),o.value=null,e.list.hold("pointer",!1)}}}({desk:e,choosing:E,ui:t,here:a,open:n,aimAt:c,order:z}),{viewsMenu:V,sortMenu:U,filterMenu:H,countOf:K,again:W}=function({desk:e,showView:t,choosing:n,here:a,aimAt:s}){let l=t=>e.cache.counts?.[t]??"",i=t=>{a.scroller?.scrollTo(0,0),s(null),e.arrangeBy(t)};return{viewsMenu:a=>{let s=M.filter(e=>"snoozed"!==e||Number(l("snoozed"))>0);k(a.currentTarget,d("inbox.views"),[{items:s.map(n=>({label:d(`inbox.view_${n}`),hint:String(l(n)),checked:n===e.list.view,run:()=>t(n)}))},{items:[{label:d("inbox.choose_many"),hint:"X",mark:m("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>k(t.currentTarget,d("inbox.sort"),[{items:["waiting","newest"].map(t=>({label:d(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>i({sort:t})}))}]),filterMenu:t=>je(t.currentTarget,{label:d("inbox.filter"),placeholder:d("thread.labels_find"),nothing:d("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:P`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>i({label:t.label===e.list.label?null:t.label})}),countOf:l,again:i}}({desk:e,showView:p,choosing:E,here:a,aimAt:c}),{body:Q,emptyWords:J}=function({desk:e,ui:t,laid:n,stretch:a,here:s,choosing:l,pointed:i}){let o=()=>P`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>P`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:o,height:r}=n(),{top:c,height:p}=a.value,h=function(e,t,n){let a=0,s=e.length;for(;a<s;){let n=a+s>>1;e[n].top+e[n].height<=t?a=n+1:s=n}let l=a;for(;l<e.length&&e[l].top<n;)l+=1;return e.slice(a,l)}(o,c-360,c+p+360),k=t.now.value,x=e.list.page.cursor?-1:e.list.shown.length,M=s.focused??e.openId??e.list.shown[0]?.id,q=e.list.shown.some(e=>e.id===M)?M:e.list.shown[0]?.id;return P`<div class="list-space ${l.value||e.selection.size?"choosing":""}" .style=${`height:${r}px`}>
${Bt(h.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&P`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${d(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.cache.counts;if(!n)return"";let[a,s]=[n.open??0,n.waiting??0];return"us"===t?s:a-s})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${d("inbox.list")}>
${Bt(h.filter(e=>"row"===e.kind),e=>e.key,t=>{let n="row"===t.kind&&e.cache.rows.get(t.id);if(!n||"row"!==t.kind)return X;let a=e.selection.has(n.id);return P`<div
class="place ${a?"chosen":""}"
data-id=${n.id}
role="listitem"
aria-setsize=${x}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,n){let a=t.id===e.openId&&e.reading?0:t.unread,s=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,l=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return P`<a
class="row ${a>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${n.open?"true":"false"}
tabindex=${n.focus?0:-1}
>
${g(t.contact,P`<span class="channel">${De(t.channel)}</span>${t.online?P`<i class="presence on"></i>`:X}`)}
<span class="row-name"><span class="name">${f(t.contact)}</span>${t.online?P`<span class="hidden">${d("agent.state_online")}</span>`:X}${$(t.contact)?v(!0):X}</span>
<span class="row-wait">${function(e,t){if("closed"===e.state)return P`<span>${_(e.updated_at,t)}</span>`;if(e.waiting_since){let n=y(e.waiting_since,t);return P`<span title=${A(e.waiting_since)}><span class="hidden">${d("inbox.waits")} </span>${n}</span>`}return P`<span title=${A(e.updated_at)}>${_(e.updated_at,t)}</span>`}(t,n.now)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return P`<span class="failed" role="img" aria-label=${d("inbox.failed")}>${m("circle-alert",14)}</span> ${Z(a.content)}`;let s=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(s)return P`<span class="typing">${w}</span> ${s.preview??P`<span>${d("inbox.typing")}</span>`}`;let l=t.id===e.openId?null:e.drafts.of(t.id);if(l)return P`<span class="draft">${d("inbox.draft")}</span> ${l}`;let i=n.at(-1);if(i)return d("inbox.you",{text:Z(i.content)??""});let o=t.last_message;if(!o)return d("inbox.no_message");let r=Y(o.text,o.media_type,o.sender.kind)??d("thread.recalled");return o.note?P`<span class="quiet">${d("inbox.note")}</span> ${r}`:"visitor"===o.sender.kind?r:o.sender.id===e.agent.id?d("inbox.you",{text:r}):d("inbox.by",{name:o.sender.name??e.agentName(o.sender.id)??"",text:r})}(e,t)}</span>
${S(t)&&t.id!==e.openId?P`<span class="pill pill-mention" role="img" aria-label=${d("inbox.mentioned")} title=${d("inbox.mentioned")}>@</span>`:X}
${a>0?P`<span class="pill"><span aria-hidden="true">${a>99?"99+":a}</span
><span class="hidden">${u("inbox.unread",a)}</span></span>`:X}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return P`${t.labels.slice(0,2).map(t=>P`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?P`<span>+${n}</span>`:X}`}if("closed"===t.state)return d("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?I(t.snoozed_until,n):d("thread.snooze_reply");return P`${m("alarm-clock",12)} <span title=${d("inbox.state_snoozed")}>${e}</span>`}return t.agent_id?X:d("inbox.unassigned")}(e,t,n.now)}</span>
<span class="row-who">
${l?P`<span class="writing-colleague">${w}</span>`:X}
${s?.name?P`${b(s,"tiny")}<span class="hidden">${d("inbox.assigned_to",{name:s.name})}</span>`:X}
</span>
</a>`}(e,n,{now:k,index:t.index,count:x,focus:q===n.id,open:e.openId===n.id})}
${a||i.value===n.id||l.value||e.selection.size?P`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${a} aria-label=${d("inbox.choose_one",{name:f(n.contact)})}>
<i>${m("check",14)}</i>
</button>`:X}
${i.value===n.id?function(e,t){let n=f(e.contact),a=(e,t,a)=>P`<button class="icon-button" tabindex="-1" data-action=${e} aria-label=${`${d(a)} · ${n}`} title=${d(a)}>${m(t,16)}</button>`;return"closed"===e.state?P`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:P`<span class="row-tools">
${e.agent_id===t?X:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(n,e.agent.id):X}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?P`<p class="list-note" role="alert">
${d("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${d("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?P`<p class="list-note">${d("inbox.empty_label",{name:e.list.label})}</p>`:0===e.cache.counts?.all?P`<h3 class="lone-head">${d("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?Ft(e):o()}`:P`<p class="list-note">${d(`inbox.empty_${e.list.view}`)}</p>`:o()}}}({desk:e,ui:t,laid:l,stretch:s,here:a,choosing:E,pointed:D}),{bulk:G,header:ee}=function({desk:e,viewsMenu:t,sortMenu:n,filterMenu:a,showView:s,countOf:l,again:i,all:o,choosing:r,chooseAll:c,endChoosing:p}){return{bulk:()=>{let t=e.selection.size;if(0===t&&!r.value)return X;let n=e.list.view,a=(e,n,a,s,l)=>P`<button class="bulk-action" ?disabled=${0===t} aria-haspopup=${l?"menu":X} @click=${s}>
${m(e,18)}<span>${d(n)} <kbd class="no-phone" aria-hidden="true">${a}</kbd></span>
</button>`;return P`<div class="bulk" role="toolbar" aria-label=${d("inbox.bulk")}>
<p>
<b role="status">${u("inbox.chosen",t)}</b>
<button class="text-button" @click=${c}>${(()=>{let e=o();return null===e?d("inbox.choose_every"):e>200?d("inbox.choose_first",{count:200}):d("inbox.choose_all",{count:e})})()}</button>
<button class="text-button" @click=${p}>${d("inbox.choose_none")}</button>
</p>
<div>
${a("user-plus","inbox.bulk_assign","A",t=>Fe(e,t.currentTarget),!0)}
${a("tag","inbox.bulk_label","T",t=>He(e,t.currentTarget),!0)}
${"closed"===n?a("rotate-ccw","thread.reopen","E",()=>Be(e,e.selection.ids,"reopen"),!1):P`${a("alarm-clock","thread.snooze","Z",t=>Ue(e,t.currentTarget),!0)}
${a("check","thread.close","E",()=>Be(e,e.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let o=e.list.view,r=jt.includes(o)?jt:[...jt,o];return P`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${t}>
${d("rail.inbox")}${m("chevron-down",18)}
</button>
<span class="list-tools">
<button
class="icon-button"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${`${d("inbox.sort")} · ${d(`inbox.sort_${e.list.sort}`)}`}
title=${d(`inbox.sort_${e.list.sort}`)}
@click=${n}
>
${m("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${d("inbox.filter")} title=${d("inbox.filter")} @click=${a}>
${m("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${d("inbox.views")}>
${r.map(e=>P`<button class="view-pill" aria-pressed=${e===o} @click=${()=>s(e)}>
${d(`inbox.view_${e}`)} <span class="count">${l(e)}</span>
</button>`)}
</div>
${null===e.list.label?X:P`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${e.labels.colour(e.list.label)}"></i>${e.list.label}</span>
<button class="text-button" @click=${()=>i({label:null})}>${d("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:e,viewsMenu:V,sortMenu:U,filterMenu:H,showView:p,countOf:K,again:W,all:C,choosing:E,chooseAll:O,endChoosing:L});return{step:h,bulk:()=>(e.ticks.list.value,G()),choose(t){let n=a.focused??e.openId??e.list.shown[0]?.id;n&&(t?e.selection.range(n,z()):e.selection.toggle(n))},chooseAll:O,nextTo:T,get aimed(){return x()},arrived(t){i.add(t),e.touch("list")},endChoosing:()=>!(!E.value&&0===e.selection.size||(L(),0)),prefetchAfter:t=>{let n=e.list.shown.findIndex(e=>e.id===t);if(!(n<0)){a.lastAt=n;for(let t of e.list.shown.slice(n+1,n+1+2))e.threads.prefetch(t.id)}},rest:N,focusRow:q,showView:p,get focused(){return a.focused},focusOpen(){e.list.shown.some(t=>t.id===e.openId)?q(e.openId??""):document.getElementById("thread-title")?.focus()},attach(e){a.scroller=e,e.addEventListener("scroll",o,{passive:!0}),e.addEventListener("click",R),e.addEventListener("pointerover",B),e.addEventListener("pointerenter",F),e.addEventListener("pointerleave",N),new ResizeObserver(o).observe(e)},header:()=>(e.ticks.list.value,ee()),body:()=>(e.ticks.list.value,e.list.shown.length?Q():J()),...Ut({desk:e,unseen:r,order:z,here:a,focusRow:q,laid:l,stretch:s})}}var Kt=new Set(["hidden","edited","recalled","contact_changed"]),Pt=e=>{let t=new Date(e);return`${t.getFullYear()}-${t.getMonth()}-${t.getDate()}`};function Wt(e,t){return e.note||"visitor"===e.sender.kind?null:e.sequence<=t.read?"read":e.sequence<=t.received?"delivered":"sent"}var Qt=e=>e.note?"note":"visitor"===e.sender.kind?"customer":"own",Yt=null,Jt=class extends HTMLElement{static observedAttributes=["src"];audio=null;connectedCallback(){this.draw()}disconnectedCallback(){this.audio?.pause()}attributeChangedCallback(){this.audio?.pause(),this.audio=null,this.draw()}get duration(){return Number(this.getAttribute("duration"))||(this.audio&&Number.isFinite(this.audio.duration)?1e3*this.audio.duration:0)}press=async()=>{if(this.audio&&!this.audio.paused)return this.audio.pause();if(Yt?.pause(),!this.audio){let e=new Audio(this.getAttribute("src")??"");for(let t of["play","pause","timeupdate","ended","error"])e.addEventListener(t,()=>e===this.audio&&this.draw());this.audio=e}Yt=this.audio,await this.audio.play().catch(()=>{})};draw(){if(!this.isConnected)return;let{audio:e,duration:t}=this,n=e&&!e.ended?1e3*e.currentTime:0,a=!(!e||e.paused),s=a?d("thread.file_pause"):d("thread.file_play",{time:t?tt(t):d("common.kind_voice")});G(P`<button class="sound-button" type="button" aria-label=${s} title=${s} @click=${this.press}>${m(a?"pause":"play",16)}</button
><progress max=${t||1} .value=${Math.min(n,t||1)} aria-hidden="true"></progress
><span class="sound-time">${e?.error?d("thread.file_gone"):t||n?tt(n||t):""}</span>`,this)}};customElements.define("desk-sound",Jt);var Zt=(e,t)=>P`<a href=${e} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`;function Xt(e){return"string"==typeof e?e:"code"===e.type?P`<code>${e.text}</code>`:"mention"===e.type?P`<strong class="mention">${e.text}</strong>`:"link"===e.type?Zt(e.url,e.parts.map(Xt)):"b"===e.type?P`<strong>${e.parts.map(Xt)}</strong>`:P`<em>${e.parts.map(Xt)}</em>`}var Gt=(e,t,n=[])=>("visitor"===t?U(e):K(e,{mentions:n})).map(e=>{if("code"===e.type)return P`<pre><code>${e.text}</code></pre>`;if("text"===e.type)return P`<span>${e.parts.map(Xt)}</span>`;let t=e.items.map(e=>P`<li>${e.map(Xt)}</li>`);return e.ordered?P`<ol start=${e.start}>${t}</ol>`:P`<ul>${t}</ul>`}),en=new Intl.NumberFormat(r,{maximumFractionDigits:1}),tn=e=>e<1e6?`${en.format(Math.max(1,Math.round(e/1e3)))} KB`:`${en.format(e/1e6)} MB`;function nn({width:e=1,height:t=1},n=0){let a=Math.min(1,320/e,280/t);return{width:Math.max(n,Math.round(e*a)),height:Math.max(n/2,Math.round(t*a))}}var an=({width:e,height:t})=>`width:${e}px;height:${t}px`,sn=(e,t)=>e.text?P`<div class="file-caption">${Gt(e.text,t)}</div>`:X;function ln(e){let[t,n]=function(e){let t=e.search(/\.\w{1,8}$/);return t>0?[e.slice(0,t),e.slice(t)]:[e,""]}(e);return P`<span class="file-name"><span class="file-stem">${t}</span>${n}</span>`}var on={sending:"clock",sent:"check",delivered:"check-check",read:"check-check"},rn=e=>P`<span class="state state-${e}">${m(on[e],14)}${d(`thread.state_${e}`)}</span>`,cn=(e,t,n)=>t.outgoing?((e,t)=>P`<div class="stamp stamp-own">
<span class="failed">${m("circle-alert",14)} ${c(`thread.file_failed_${t.code}`)?d(`thread.file_failed_${t.code}`):d("thread.state_failed")}</span>
<button class="text-button" @click=${()=>e.files.retry(t.client_message_id)}>${d("thread.retry")}</button>
<button class="text-button quiet" @click=${()=>e.files.cancel(t.client_message_id)}>${d("thread.delete")}</button>
</div>`)(e,t.outgoing):((e,t,n)=>P`<div class="stamp stamp-own">
<span class="failed" title=${c(`thread.refused_${t.code}`)?d(`thread.refused_${t.code}`):X}
>${m("circle-alert",14)} ${d("thread.state_failed")}</span
>
<button class="text-button" @click=${()=>e.client.retry(t.client_message_id)}>${d("thread.retry")}</button>
${"text"===t.content.kind?P`<button class="text-button" @click=${()=>n(t)}>${d("thread.edit")}</button>`:X}
<button class="text-button quiet" @click=${()=>e.client.discard(t.client_message_id)}>${d("thread.delete")}</button>
</div>`)(e,t.item,n.edit);function dn(e,t,n){if(null===t.text)return P`<em class="recalled">${d("thread.recalled")}</em>`;let{content:a}=t;if("card"===a?.kind)return function(e){let t=e.title??("order"===e.type?`${e.number} · ${e.status}`:null);return P`<div class="card">
${e.picture?P`<img class="card-picture" src=${e.picture} alt="" />`:X}
${t?P`<strong>${e.url?Zt(e.url,t):t}</strong>`:X}
${e.text?P`<span>${e.text}</span>`:X} ${e.price?P`<span>${e.price}</span>`:X}
${(e.lines??[]).map(e=>P`<span class="card-line"><span>${e.label}</span><span>${e.value}</span></span>`)}
${(e.items??[]).map(e=>P`<span>${e.url?Zt(e.url,e.title):e.title}</span>`)}
${(e.fields??[]).map(e=>P`<span class="card-line"><span>${e.label}</span></span>`)}
${(e=>e?.length?P`<div class="card-buttons">${e.map(e=>P`<span class="chip">${e.label}</span>`)}</div>`:X)(e.buttons)}
</div>`}(a.card);if(t.outgoing)return function(e,t){let{client_message_id:n,blob:a,name:s,sent:l,state:i}=t,o=a.type.startsWith("image/")&&t.width,r=Math.floor(l/a.size*100),c="failed"===i?X:P`<span class="file-way">
<span class="file-way-words"
><span>${"waiting"===i?d("thread.file_waits"):d("thread.file_sending",{percent:r})}</span
><span>${"waiting"===i?tn(a.size):d("thread.file_sent",{sent:tn(l),all:tn(a.size)})}</span></span
><progress max=${a.size} .value=${l} aria-label=${s}></progress>
</span>`,u="failed"===i?X:P`<button class="file-stop" type="button" aria-label=${d("thread.file_cancel")} title=${d("thread.file_cancel")} @click=${()=>e.files.cancel(n)}>${m("x",16)}</button>`;if(o){let n=nn(t,168);return P`<div class="file-picture" .style=${an(n)}><img src=${e.files.addressOf(t)} alt=${d("thread.file_picture_of",{name:s})} width=${n.width} height=${n.height} />${c}${u}</div>`}let p=t.duration_ms?`${W(a.type)??""} ${tt(t.duration_ms)}`:s;return P`<div class="file-paper">${m("file",22)}<span class="file-words">${ln(p)}${c}</span>${u}</div>`}(e,t.outgoing);if("file"===a?.kind)return function(e,t){let n=`/files/v1/${encodeURIComponent(String(e.file_id))}`,{media_type:a="",name:s=""}=e;if(a.startsWith("image/")&&e.width){let a=nn(e);return P`<button class="file-picture" type="button" .style=${an(a)} aria-label=${d("thread.file_open",{name:s})} @click=${()=>function({url:e,name:t}){let n=document.createElement("dialog");n.className="viewer",n.setAttribute("aria-label",t);let a=()=>n.close();G(P`<div class="viewer-head">
<span class="viewer-name">${t}</span>
<a class="icon-button" href=${e} download=${t} aria-label=${d("thread.file_save",{name:t})} title=${d("thread.file_save",{name:t})}>${m("download",20)}</a>
<button class="icon-button" type="button" autofocus aria-label=${d("common.close")} title=${d("common.close")} @click=${a}>${m("x",20)}</button>
</div>
<div class="viewer-stage" @click=${e=>e.target===e.currentTarget&&a()}><img src=${e} alt=${t} /></div>`,n),n.addEventListener("close",()=>n.remove()),document.body.append(n),n.showModal()}({url:n,name:s})}>
<img src="${n}/thumbnail" alt=${d("thread.file_picture_of",{name:s})} width=${a.width} height=${a.height} loading="lazy" decoding="async" />
</button>${sn(e,t)}`}return a.startsWith("audio/")?P`<desk-sound src=${n} duration=${e.duration_ms??X}></desk-sound>${sn(e,t)}`:a.startsWith("video/")?P`<video class="file-film" src=${n} controls preload="metadata" aria-label=${s}></video>${sn(e,t)}`:P`<a class="file-paper" href=${n} download=${s} aria-label=${d("thread.file_save",{name:s})}>
${m("file",22)}<span class="file-words">${ln(s)}<span class="file-size">${tn(e.byte_size??0)}</span></span>${m("download",16)}
</a>${sn(e,t)}`}(a,t.sender.kind);let s=(a?.mentions??[]).map(t=>e.agentName(t)??"").filter(Boolean);return P`${a?.quote?function(e,t,n){let a=e.thread?.entries.find(e=>"message"===e.type&&e.message_id===t),s=a?.sender.name??(a?d(`thread.sender_${a.sender.kind}`):""),l=a?Z(a.content,a.sender.kind)??d("thread.recalled"):d("thread.quote_above");return P`<button class="quote" ?disabled=${!a} @click=${()=>n(t)}><span class="quote-name">${s}</span><span class="quote-text">${l}</span></button>`}(e,a.quote,n.reach):X}${Gt(t.text,t.sender.kind,s)}`}var un=nt({locale:r,onWords:()=>{},onEnd:()=>{}}),pn=e=>Math.max(0,(e?.hold_until??0)-Date.now()),hn=(e,t)=>P`<div class="stamp stamp-own">
<button class="text-button held" @click=${()=>t.item&&e.takeBack(t.item.client_message_id)}>
<svg class="hold-ring" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" .style=${`animation-duration:${pn(t.item)}ms`}>
<circle cx="8" cy="8" r="6" pathLength="1"></circle></svg
>${d("thread.undo")}
</button>
</div>`;function mn(e,t){let{id:n,content:a,text:s}=t,l=e.openId;if(!n||null===s||!l)return X;let i=t.sender.name??d(`thread.sender_${t.sender.kind}`),o=()=>{e.compose.setQuote(l,{message_id:n,name:i,text:Z(a,t.sender.kind)??s}),document.getElementById("composer-text")?.focus()},r=()=>{let i=a?.quote??null;e.compose.setChange(l,{message_id:n,note:"note"===t.tone,text:s,was:s,quote:i}),requestAnimationFrame(()=>document.getElementById("composer-text")?.focus())},c=t.mine&&"text"===a?.kind;return P`<button
class="icon-button turn-tools"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${d("thread.message_actions")}
title=${d("thread.message_actions")}
@click=${a=>k(a.currentTarget,d("thread.message_actions"),[{items:[..."note"===t.tone?[]:[{label:d("thread.quote"),mark:m("undo-2"),run:o}],...un.canSpeak?[{label:d("thread.aloud"),mark:m("volume-2"),run(){un.hush(),un.speak(s)}}]:[],{label:d("common.copy"),mark:m("copy"),run:()=>navigator.clipboard?.writeText(s).catch(()=>{})},...c?[{label:d("thread.edit"),mark:m("pencil-line"),run:r}]:[],...t.mine?[{label:d("thread.recall"),mark:m("rotate-ccw"),run:()=>e.recall(l,n)}]:[]]}])}
>
${m("chevron-down",16)}
</button>`}function fn({at:e,desk:t,atEnd:n,inSight:a,watchLinks:s,settle:l,markRead:i,onScroll:o}){return{around:{before(){e.held=e.settled&&e.shown===t.openId&&!n.peek()?a():null},after(){if(!e.scroller||"ready"!==t.thread?.phase)return;s(e.scroller),e.settled?e.held?.node.isConnected?e.scroller.scrollTop+=e.held.node.getBoundingClientRect().top-e.held.top:n.value&&(e.scroller.scrollTop=e.scroller.scrollHeight,i()):queueMicrotask(l),n.peek()&&t.thread.trim(400);let a=e.first&&(t.thread.entries[0]?.sequence??0)>e.first;e.first=t.thread.entries[0]?.sequence??0,a&&o()}}}}h({"check-check":Q`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,"badge-check":Q`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:Q`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"arrow-up":Q`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":Q`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,"panel-right":Q`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,mail:Q`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:Q`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":Q`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,"pencil-line":Q`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,"wifi-off":Q`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":Q`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:Q`<circle cx="12" cy="12" r="10"/>`,"rotate-ccw":Q`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":Q`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":Q`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:Q`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":Q`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":Q`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,play:Q`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:Q`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:Q`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:Q`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":Q`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,mic:Q`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":Q`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-up-down":Q`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,smile:Q`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":Q`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:Q`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:Q`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:Q`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,"map-pin":Q`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":Q`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`});var gn=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";function bn({app:{desk:e,ui:t,shell:n,storage:a,table:s},place:l,panes:{list:i,composer:o,thread:r},open:c}){let h=()=>{"inbox"===history.state?.from?history.back():c(null)},g=l("thread-scroll");i.attach(l("list-scroll")),function(e,t,n){let a=Number(n?.getItem(Et))||Ct,s=document.createElement("div");s.className="list-edge no-phone",s.tabIndex=0,s.setAttribute("role","separator"),s.setAttribute("aria-orientation","vertical"),s.setAttribute("aria-label",d("inbox.edge")),s.setAttribute("aria-valuemin",String(zt)),s.setAttribute("aria-valuemax",String(At)),t.append(s);let l=t=>{a=Math.round(Math.max(zt,Math.min(At,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),s.setAttribute("aria-valuenow",String(a))},i=()=>{try{n?.setItem(Et,String(a))}catch{}};s.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:zt,End:At}[e.key];void 0!==t&&(e.preventDefault(),l(t),i())}),s.addEventListener("dblclick",()=>{l(Ct),i()}),s.addEventListener("pointerdown",e=>{e.preventDefault(),s.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>l(e.clientX-t);s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>(s.removeEventListener("pointermove",n),i()),{once:!0})}),l(a)}(l("list").parentElement,l("list"),a),r.attach(g);for(let e of["pointerdown","blur"])g.addEventListener(e,()=>g.toggleAttribute("data-pressed","pointerdown"===e));for(let e of["dragover","drop"])l("thread").addEventListener(e,e=>o.onFiles(e));p(l("list-top"),i.header),p(l("list-pill"),i.pill),p(l("list-bulk"),i.bulk),p(l("list-first"),function(e,t){let n=j(null);return()=>{e.ticks.frame.value;let{shown:a,demo:s,work:l,removeDemo:i}=e.firstSteps;return P`${s&&!a?P`<p class="demo-line">
${m("info")}<span>${d("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===l} @click=${i}>${d("removing"===l?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:X}
${a?(()=>{let{steps:a,left:s,demo:l,work:i,removeDemo:o}=e.firstSteps,r="removing"===i,c=n.value??(!t.phone.value&&0===e.cache.counts?.all);return P`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>P`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${Lt*e/t} ${Lt}" /></svg><b>${e}/${t}</b></span
>`)(a.length-s,a.length)}
<div>
<h2 id="first-steps-title">${u("inbox.steps_left",s)}</h2>
<button class="text-button quiet" aria-expanded=${c} aria-controls="first-steps-list" @click=${()=>n.value=!c}>
${d(c?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${l?P` · <button class="text-button quiet" aria-busy=${r} @click=${o}>${d(r?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:X}
</div>
<button class="icon-button" aria-label=${d("inbox.steps_dismiss")} title=${d("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${m("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!c}>
${a.map(Tt)}
</ul>
</section>`})():X}`}}(e,t)),p(l("list-line"),function({desk:e,notices:t}){let n=(e,t,n)=>P`<div class="list-notice" role="status">
${m(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!ae(e.agents)?t.hint.value?n("volume-2",d("notify.blocked"),P`<button class="text-button" @click=${()=>t.bell.wake()}>${d("notify.unblock")}</button>`):t.offer.value?n("bell",d("notify.offer"),P`<button class="text-button" @click=${t.allow}>${d("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${d("notify.not_now")}</button>`):X:n("users",d("notify.nobody_online"),P`<button class="text-button" @click=${()=>e.setAvailability("online")}>${d("notify.go_online")}</button>`))}({desk:e,notices:n.notices})),p(l("list-scroll"),i.body);let[k,y]=[Oe(e),Le(e,o.choose,!!s.find("/wall"))];p(l("thread-banner"),()=>P`${k()}${y()}`),p(l("thread-top"),()=>(e.ticks.thread.value,e.openId?function(e,t,n){let a=e.row,s="closed"===a?.state,l=a?.agent_id?{id:a.agent_id,name:e.agentName(a.agent_id)??"?"}:null,i=l?d("inbox.assigned_to",{name:l.name}):d("inbox.unassigned"),o=a?[Te(a.channel),s?d("inbox.state_closed"):a.waiting_since?Ke(a.waiting_since,t.now.value):d("thread.not_waiting")]:[];return P`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${d("common.back")} @click=${n}>${m("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${a?f(a.contact):""}</span>${a&&$(a.contact)?v(!0):X}
</h2>
<p>${a?P`<span class="no-phone">${De(a.channel)} </span>${o.join(" · ")}`:P`&nbsp;`}</p>
</div>
${a?P`<span class="no-phone">${function(e,t){let n=Pe(e,t);return n?P`<span class="company" role="status">
${b(n,"small")}
<span
>${d(n.writing?"thread.company_writing":n.looksIn?"thread.company_looks_in":"thread.company_here",{name:n.name})}${n.more>0?` +${n.more}`:""}</span
>
${n.writing?w:X}
</span>`:X}(e,a.id)}</span>`:X}
${a?P`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${d("thread.assign_now",{who:i})}
title=${`${i} · A`}
@click=${t=>Fe(e,t.currentTarget,[a.id])}
>
${l?b(l,"small"):m("user-plus",18)}${m("chevron-down",14)}
</button>
${s?X:P`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${d("thread.snooze")}
title=${`${d("thread.snooze")} · Z`}
@click=${t=>Ue(e,t.currentTarget,[a.id])}
>
${m("alarm-clock",t.phone.value?24:18)}
</button>`}
${s?P`<button class="button no-phone" @click=${()=>e.reopen(a.id)}>
${m("rotate-ccw")}<span>${d("thread.reopen")}</span>
</button>`:P`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(a.id)}>
${m("check")}<span>${d("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
<button
class="icon-button only-phone"
aria-label=${d(s?"thread.reopen":"thread.close")}
@click=${()=>s?e.reopen(a.id):e.close(a.id)}
>
${m(s?"rotate-ccw":"check",24)}
</button>
<button
class="icon-button"
id="details-toggle"
aria-label=${d("thread.details")}
title=${`${d("thread.details")} · I`}
aria-expanded=${t.details.open?"true":"false"}
@click=${()=>t.details.toggle()}
>
<span class="no-phone">${m("panel-right",18)}</span><span class="only-phone">${m("info",24)}</span>
</button>`:X}
</header>`}(e,t,h):null)),p(g,r.view,r.around),p(l("thread-jump"),r.jump),p(l("thread-bottom"),()=>(e.ticks.thread.value,e.ticks.composer.value,o.view()),{after:o.grow}),p(l("details"),()=>qt(e,t,e=>c(e)))}D("inbox",function(e){let t=function(e){let{me:t,client:n,csrf:a,storage:s,steady:l,schedule:i}=e,o=Ce(e.desk,{me:t,storage:s,saving:l.saving,now:Date.now,after:(e,t)=>setTimeout(e,t),painted:e=>i(()=>setTimeout(e)),files:e=>function({load:e,client:t,csrf:n,parts:a,owner:s,storage:l,t:i,changed:o,failed:r}){let c={loading:null,outbox:null},{addresses:d,ready:u,keep:p}=function({at:e,storage:t,load:n,parts:a,owner:s,client:l,csrf:i,changed:o}){let r=new Map,c=()=>{try{e.outbox.list().length?t?.setItem(Ae,"1"):t?.removeItem(Ae)}catch{}};return{addresses:r,ready:()=>(e.loading??=n().then(t=>(e.outbox=t.createFileOutbox({...a,random:Math.random,makeId:t.createIdMaker({now:a.clock.now}),owner:s,send:e=>l.send(e),call:(e,t,n)=>fetch(t,{...n,method:e,credentials:"same-origin",headers:{...n.headers,"x-csrf-token":i}}),onOnline:e=>(addEventListener("online",e),()=>removeEventListener("online",e)),onChange(e,t){if("sent"===t||"gone"===t){let t=r.get(e.client_message_id);r.delete(e.client_message_id),t&&a.clock.after(()=>URL.revokeObjectURL(t),1e4)}c(),o(e.conversation_id)}}),l.on("outbox",({item:t,change:n})=>"queued"!==n&&e.outbox.kept(t.client_message_id)),t)),e.loading.catch(()=>{e.loading=null}),e.loading),keep:c}}({at:c,storage:l,load:e,parts:a,owner:s,client:t,csrf:n,changed:o}),h=e=>c.outbox.add(e);return{of:e=>c.outbox?c.outbox.list().filter(t=>t.conversation_id===e):[],addressOf(e){let t=e.client_message_id;return d.has(t)||d.set(t,URL.createObjectURL(e.blob)),d.get(t)},get count(){return c.outbox?c.outbox.list().length:0},async take(e,t,n){let a=[...e],s=a.slice(0,10);a.length>10&&r({code:"too_many_files"});try{let{prepare:e,renamed:a}=await u();for(let l of s){if(!l.size){r({code:"empty_file"});continue}let{blob:s,width:o,height:c,ending:d}=await e(l),u=!l.name||/^image\.\w+$/.test(l.name)?`${i("thread.file_pasted")}.${d??(l.type.split("/")[1]||"bin")}`:a(l.name,d);await h({blob:s,name:u,conversation_id:t,note:n,width:o,height:c})}}catch{r({code:"unreachable"})}},async record(e,t){try{let{record:n}=await u();return await n({clock:a.clock,onTick:e,onFull:t})}catch{return r({code:"no_microphone"}),null}},say:({ending:e,...t},n,a)=>h({...t,name:`${i("common.kind_voice")}.${e}`,conversation_id:n,note:a}),cancel:e=>c.outbox?.cancel(e),retry:e=>c.outbox?.retry(e),restore(){l?.getItem(Ae)&&u().then(()=>c.outbox.restore().then(p),()=>{})},async forget(){!c.outbox&&!l?.getItem(Ae)||(await u(),await c.outbox.restore(),c.outbox.clear(),p())}}}({...e,load:()=>import(new URL("im-files.js",import.meta.url).href),client:n,csrf:a,parts:{clock:B(),tabs:F("servicedesk:files"),store:H("servicedesk-files")},owner:()=>`agent:${t.agent.id}`,storage:s,t:d})});return Object.defineProperties({},{...Object.getOwnPropertyDescriptors(e),desk:{value:o}})}(e),{desk:n,ui:a,client:s}=t,l=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",G(P`<h1 class="hidden" tabindex="-1">${d("rail.inbox")} · ${e.shop.name}</h1>
<section class="list" aria-label=${d("rail.inbox")}>
<div class="list-top"></div>
<div class="list-pill"></div>
<div class="list-scroll"></div>
<div class="list-line"></div>
<div class="list-first"></div>
<div class="list-bulk"></div>
</section>
<div class="sheet">
<section class="thread" aria-label=${d("thread.region")}>
<div class="thread-banner"></div>
<div class="thread-top"></div>
<div class="thread-scroll" role="log" aria-live="off" aria-label=${d("thread.messages")} tabindex="0"></div>
<div class="thread-jump"></div>
<div class="thread-bottom"></div>
</section>
</div>
<div class="scrim" @click=${()=>t.details.set(!1)}></div>
<section class="details" aria-label=${d("thread.details")}></section>`,n),n}(t),i=e=>l.querySelector(`.${e}`),c=function({app:e,panes:t}){let{desk:n,ui:a,shell:s}=e;return(l,i)=>{let{composer:r,list:c}=t();if(r.flush(),n.show(l),a.tab.value="reply",!i){let t=()=>{o({from:"inbox"},gn(l)),e.moved()};a.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>a.sees("inbox")&&t()))})(t)}a.narrow.value&&a.details.set(!1),l&&s.visited(l),l&&setTimeout(()=>l===n.openId&&c.prefetchAfter(l),400),l&&a.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:t,panes:()=>p}),p=function(e,t){let{desk:n,ui:a,client:s,shell:l}=e,i=Ht(n,a,e=>t(e)),o=function(e,t,n){let a={saving:null,complaint:null,saved:!1,tools:!1,dictated:null,voice:null},{field:s,put:l,grow:i,insert:o,mark:c}=function(){let e=()=>document.getElementById("composer-text"),t=t=>{let n=e();n&&(n.focus(),n.value=t.text,n.setSelectionRange(t.start,t.end),n.dispatchEvent(new Event("input",{bubbles:!0})))};return{field:e,put:t,grow:()=>{if(ot)return;let t=e();if(!t)return;let n=.4*(t.closest(".thread")?.clientHeight??innerHeight),a=t.closest(".composer");a.style.setProperty("min-height",`${a.offsetHeight}px`),t.style.setProperty("height","auto"),t.style.setProperty("height",`${Math.min(t.scrollHeight,n)}px`),a.style.removeProperty("min-height")},insert:n=>{let a=e();a&&t({text:a.value.slice(0,a.selectionStart)+n+a.value.slice(a.selectionEnd),start:a.selectionStart+n.length,end:a.selectionStart+n.length})},mark:n=>()=>{let a=e();a&&t(n({text:a.value,start:a.selectionStart,end:a.selectionEnd}))}}}(),u=function(e,{field:t,note:n,put:a}){let s={ask:null,at:0,dismissed:-1},{options:l,offered:i,putCanned:o}=function({desk:e,field:t,put:n,at:a}){let s=t=>{let n=e.contact?.data,a={"contact.name":n?.name??e.row?.contact.name,"contact.email":n?.email,"agent.name":e.agent.name,"shop.name":e.shop.name,"page.title":n?.page?.title};return((e,t,n)=>e.replace(/\{\{\s*([a-z]+\.[a-z]+)\s*\}\}/g,(e,a)=>a in t?t[a]||n:e))(t.text,a,d("thread.canned_gap"))},l=(a,l)=>{let i=t();if(!i)return;let o=s(a),r=Xe(i.value,l,o),c=o.indexOf(d("thread.canned_gap"));n(c<0?r:{...r,start:l.from+c,end:l.from+c+d("thread.canned_gap").length}),e.canned.used(a.id)},i=(e,a)=>{let s=t();s&&n(Xe(s.value,a,e))},o=e=>({id:e.id,label:e.title,more:s(e).slice(0,120),hint:e.shortcut===e.title?void 0:`/${e.shortcut}`});return{options:()=>{let t=a.ask;if(!t)return[];if("canned"===t.kind)return e.canned.search(t.query).slice(0,8).map(e=>({...o(e),take:()=>l(e,t)}));if("emoji"===t.kind)return function(e,t){let n=e.toLowerCase(),a=/^[\x00-\x7f]*$/.test(n),s=t.split("|").flatMap((e,t)=>{let s=e.split(" "),l=a?s.some(e=>e.startsWith(n)):e.includes(n),i=s.filter(e=>!/^[\x00-\x7f]+$/.test(e)).join(" ")||e;return l?[{emoji:We[t],name:i,exact:s.includes(n)}]:[]});return[...s.filter(e=>e.exact),...s.filter(e=>!e.exact)].map(({emoji:e,name:t})=>({emoji:e,name:t}))}(t.query,d("thread.emoji_names")).slice(0,8).map(({emoji:e,name:n})=>({id:e,label:n,mark:e,take:()=>i(e,t)}));let n=t.query.toLowerCase();return e.agents.filter(t=>!1!==t.active&&t.id!==e.agent.id&&t.name.toLowerCase().includes(n)).slice(0,8).map(e=>({id:e.id,label:e.name,mark:b(e,"small"),take:()=>i(`@${e.name} `,t)}))},offered:o,putCanned:l}}({desk:e,field:t,put:a,at:s}),r=()=>{s.ask=null,e.touch("composer")};return{look(){let a=t(),l=a&&a.selectionStart===a.selectionEnd?function(e,t,n){let a=e.slice(Math.max(0,t-40-1),t),s=/(^|[\s，。！？、（]|[^\x00-\x7f])([/@:])([^\s/@:]*)$/u.exec(a);if(!s)return null;let[,l,i,o]=s,r=t-o.length-1;if("/"===i&&(""===l?r>0:!/\s/.test(l)))return null;if("/"===i)return{kind:"canned",query:o,from:r,to:t};if("@"===i)return n?{kind:"mention",query:o,from:r,to:t}:null;let c=[...o].some(e=>e>"⹿");return o.length<(c?1:2)||/^\d/.test(o)?null:{kind:"emoji",query:o,from:r,to:t}}(a.value,a.selectionStart,n()):null,i=l&&l.from!==s.dismissed?l:null;l||(s.dismissed=-1),(i||s.ask)&&("canned"===i?.kind&&e.canned.load(),i?.query!==s.ask?.query&&(s.at=0),s.ask=i,e.touch("composer"))},close:r,key(t){if(!s.ask||t.metaKey||t.ctrlKey||t.altKey)return!1;let n=l();if("Escape"===t.key)return s.dismissed=s.ask.from,r(),!0;if(0===n.length)return!1;if("ArrowDown"===t.key||"ArrowUp"===t.key)return s.at=(s.at+("ArrowDown"===t.key?1:-1)+n.length)%n.length,e.touch("composer"),!0;if("Enter"!==t.key&&"Tab"!==t.key)return!1;let a=n[s.at];return r(),a?.take(),!0},active:()=>s.ask&&l().length?`suggest-${s.at}`:"",get isOpen(){return null!==s.ask&&l().length>0},...et({at:s,options:l,desk:e,close:r}),async pickCanned(n){await e.canned.load();let a=t(),s={from:a?.selectionStart??0,to:a?.selectionEnd??0};je(n,{label:d("thread.canned"),placeholder:d("thread.canned_find"),nothing:d("thread.canned_none"),options:t=>e.canned.search(t).map(i),choose(t){let n=e.canned.all.find(e=>e.id===t.id);n&&setTimeout(()=>o(n,s))}})}}}(e,{field:s,put:l,note:()=>"note"===t.tab.value}),p=function({suggest:e,sendOn:t,send:n,ui:a,dismiss:s,put:l}){return i=>{if(i.isComposing||229===i.keyCode)return;if(e.key(i))return i.preventDefault(),void i.stopPropagation();let o=i.metaKey||i.ctrlKey;if("Enter"===i.key&&(o||"enter"===t()&&!i.shiftKey&&!i.altKey))return i.preventDefault(),void n(o&&i.shiftKey&&"reply"===a.tab.value);if("Escape"===i.key&&s())return i.preventDefault(),void i.stopPropagation();let r=((e,n)=>{let a=e.target,s={text:a.value,start:a.selectionStart,end:a.selectionEnd};if(e.altKey)return null;if(!n)return"Enter"!==e.key||e.shiftKey&&"enter"!==t()?null:function({text:e,start:t,end:n}){if(t!==n)return null;let a=e.lastIndexOf("\n",t-1)+1,s=e.slice(a,t),l=Je.exec(s);if(!l)return null;if(s===l[0])return{text:e.slice(0,a)+e.slice(t),start:a,end:a};let i="\n"+("- "===l[0]?"- ":`${Number.parseInt(l[0],10)+1}. `);return{text:e.slice(0,t)+i+e.slice(t),start:t+i.length,end:t+i.length}}(s);let l=e.key.toLowerCase();return e.shiftKey?"Digit8"===e.code?Ze(s,!1):"Digit7"===e.code?Ze(s,!0):null:"b"===l?Qe(s,"**"):"i"===l?Qe(s,"*"):"e"===l?function(e){let t=e.text.slice(e.start,e.end);if(!t.includes("\n"))return Qe(e,"`");let n=e.start>0&&"\n"!==e.text[e.start-1]?"\n```\n":"```\n";return{text:`${e.text.slice(0,e.start)}${n}${t}\n\`\`\`${e.text.slice(e.end)}`,start:e.start+n.length,end:e.end+n.length}}(s):"u"===l?Ye(s):null})(i,o);r&&(i.preventDefault(),l(r))}}({suggest:u,sendOn:n,send:(e,t)=>_(e,t),ui:t,dismiss:()=>M(),put:l}),{say:h,speech:f,dictate:g,voiceView:$}=function({at:e,desk:t,insert:n,isNote:a,field:s}){let l=nt({locale:r,onWords:a=>e.dictated===t.openId&&n(a),onEnd:()=>t.touch("composer")}),i=async n=>{let a=e.voice;if(e.voice=null,t.touch("composer"),requestAnimationFrame(()=>s()?.focus()),!a)return;if(!n)return a.recorder.cancel();let l=await a.recorder.finish();l.duration_ms>600&&t.files.say(l,a.id,a.note)};return{say:async()=>{let n=t.openId;if(!n||e.voice)return;let s={recorder:null,ms:0,id:n,note:a()};s.recorder=await t.files.record(e=>{s.ms=e,t.touch("composer")},()=>i(!0)),s.recorder&&(e.voice=s,t.touch("composer"),requestAnimationFrame(()=>document.getElementById("voice-send")?.focus()))},speech:l,dictate:()=>{e.dictated=t.openId,l.listen(),t.touch("composer")},voiceView:({ms:e})=>P`<div
class="composer-voice"
@keydown=${e=>{"Escape"===e.key&&(e.stopPropagation(),i(!1))}}
>
<span class="voice-dot" aria-hidden="true"></span><span class="voice-time" role="timer">${d("thread.voice_recording",{time:tt(e)})}</span>
<button class="button" type="button" @click=${()=>i(!1)}>${d("thread.voice_cancel")}</button>
<button class="button primary" type="button" id="voice-send" @click=${()=>i(!0)}>${d("thread.send")}</button>
</div>`}}({at:a,desk:e,insert:o,isNote:()=>k(),field:s}),{tray:v,take:w,isNote:k,attach:y,onFiles:x}=function({desk:e,ui:t,field:n}){let a=()=>{let n=e.openId?e.compose.change(e.openId):null;return n?n.note:"note"===t.tab.value},s=t=>e.openId&&e.files.take(t,e.openId,a()),l=function(e,t,n){let a=new Map,s=()=>`${e.openId} ${t()}`,l=()=>a.get(s())??[],i=({address:e})=>e&&URL.revokeObjectURL(e),o=t=>{t.length?a.set(s(),t):a.delete(s()),e.touch("composer")};return{get count(){return l().length},hold(e){let t=10-l().length;e.length>t&&n("too_many_files"),o([...l(),...e.slice(0,t).map(e=>({file:e,address:e.type.startsWith("image/")?URL.createObjectURL(e):null}))])},release(){let e=l();return e.forEach(i),o([]),e.map(e=>e.file)},view:()=>l().length?P`<ul class="composer-tray" aria-label=${d("thread.tray")}>
${l().map(e=>P`<li>
${e.address?P`<img src=${e.address} alt="" />`:m("file",18)}
<span class="tray-name">${e.address?d("common.kind_picture"):e.file.name}</span>
<button
class="icon-button"
type="button"
aria-label=${d("thread.tray_remove",{name:e.address?d("common.kind_picture"):e.file.name})}
@click=${()=>{i(e),o(l().filter(t=>t!==e)),document.getElementById("composer-text")?.focus()}}
>
${m("x",16)}
</button>
</li>`)}
</ul>`:X}}(e,a,t=>e.failed({code:t}));return{tray:l,take:s,isNote:a,attach:()=>{let e=document.createElement("input");Object.assign(e,{type:"file",multiple:!0,hidden:!0}),e.addEventListener("change",()=>{s(e.files??[]),e.remove(),n()?.focus()}),e.addEventListener("cancel",()=>e.remove()),document.body.append(e),e.click()},onFiles:t=>{if(!e.openId)return;if("clipboardData"in t){let e=function(e){let t=[...e?.files??[]];if(!e||!t.length)return[];let n=e.getData("text/plain").split("\n").filter(e=>e.trim()),a=new Set(t.map(e=>e.name));return n.every(e=>a.has((e=>{let t=e.trim().split(/[/\\]/).pop()??"";try{return decodeURIComponent(t)}catch{return t}})(e))||a.has(e.trim()))?t:[]}(t.clipboardData);if(!e.length)return;return t.preventDefault(),void l.hold(e)}let n=t.dataTransfer;n?.types.includes("Files")&&(t.preventDefault(),n.files.length&&s(n.files))}}}({desk:e,ui:t,field:s}),{send:_,dismiss:M,choose:I,save:S,onInput:q}=function({at:e,desk:t,ui:n,grow:a,suggest:s,field:l,tray:i,take:o}){let r=()=>{clearTimeout(e.saving),e.saving=null,t.drafts.flush(),e.saved=!0,t.touch("composer")};return{send:async(r=!1,c="")=>{let d=l(),u=t.openId;if(!d||!u||V(d.value)&&!i.count)return;if(t.compose.change(u))return await t.saveChange(u),void requestAnimationFrame(a);let p=i.release();p.length&&o(p);let h=V(d.value)?null:t.send(d.value,"note"===n.tab.value,{close:r});if(h)return e.complaint=h.code,void t.touch("composer");s.close(),c&&t.act(u,"snooze",{until:c}),d.value="","reply"===n.tab.value&&t.client.typing(u,!1),e.saved=!1,a(),n.phone.value||d.focus()},dismiss:()=>{let e=t.openId;return!(!e||!t.compose.change(e)&&!t.compose.quote(e)||(t.compose.setChange(e,null),t.compose.setQuote(e,null),requestAnimationFrame(a),0))},choose:t=>{n.tab.value=t,e.complaint=null,e.saved=!1,a(),l()?.focus()},save:r,onInput:l=>{let i=t.openId;if(!i)return;let o=l.target.value,c=n.tab.value;e.complaint=null,e.saved=!1;let d=t.compose.change(i);if(d)return t.compose.setChange(i,{...d,text:o}),void a();o.trim()||t.compose.setAnswered(i,null),t.drafts.set(i,c,o),"reply"===c&&t.client.typing(i,""!==o.trim()),clearTimeout(e.saving),e.saving=setTimeout(r,300),s.look(),a()}}}({at:a,desk:e,ui:t,grow:i,suggest:u,field:s,tray:v,take:w}),{toolbar:E,goView:z}=it({at:a,attach:y,insert:o,suggest:u,mark:c,say:h,speech:f,dictate:g,send:_,tray:v,sendOn:n}),C=rt({ui:t,choose:I});return{attach:y,onFiles:x,field:s,grow:i,send:_,choose:I,flush:S,...ct({desk:e,ui:t,suggest:u,onFiles:x,send:_,tabButton:C,choose:I,dismiss:M,tray:v,onInput:q,onKey:p,at:a,voiceView:$,toolbar:E,hint:()=>{if(a.complaint)return P`<span class="failed" role="alert">${d(`thread.not_taken_${a.complaint}`)}</span>`;let n=e.openId?e.compose.change(e.openId)?.text??e.drafts.get(e.openId,t.tab.value):"",s=(e.client.limits?.text_chars??8e3)-[...n].length;return s<500?P`<span class=${s<0?"failed":""}>${s}</span>`:n&&a.saved?d("thread.draft_saved"):X},goView:z})}}(n,a,()=>a.phone.value?"mod+enter":l.preferences.value.value.send_on),c=function(e,t,n){let a={scroller:null,shown:null,first:0,settled:!1,resting:!1,held:null,places:new Map,nextPlace:0},s=j(!0),l=j(0),i=function(){let e=null,t=null,n=!1,a=[],s=0,l=0,i=(n,i)=>{s=Math.max(0,n),l=Math.min(a.length,Math.max(i,s)),e=s<l?a[s].key:null,t=l<a.length?a[l-1].key:null},o=()=>i(a.length-20,a.length);return{reset(){[e,t,n,a,s,l]=[null,null,!1,[],0,0]},cut(r,c){let d=l-s;if(a=r,!n)return 0===a.length?a:(n=!0,(()=>{let e=a.findIndex(e=>"new"===e.type);e<0||e>=a.length-20?o():i(e-2,e-2+20)})(),a.slice(s,l));let u=null===t?a.length-1:a.findIndex(e=>e.key===t),p=null===e?0:a.findIndex(t=>t.key===e);return u<0?o():p<0?i(u+1-Math.max(d,20),u+1):u+1-p<=160?i(p,u+1):c?i(u+1-160+40,u+1):i(p,p+160),a.slice(s,l)},up(){if(0===s)return!1;let e=Math.max(0,s-40);return i(e,Math.min(l,e+160)),!0},down(){if(l===a.length)return!1;let e=Math.min(a.length,l+40);return i(Math.max(s,e-160),e),!0},toEnd:()=>l!==a.length&&(o(),!0),reach(e){let t=a.findIndex(t=>"bubble"===t.type&&t.id===e);return!(t<0||((t<s||t>=l)&&i(t-10,t+10),0))},get ends(){return l===a.length}}}(),o=j(0),r=function(e){let t=new IntersectionObserver(n=>{for(let{isIntersecting:a,target:s}of n){if(!a)continue;t.unobserve(s);let{of:n,url:l}=s.dataset;n&&l&&e.links.look(n,l)}});return n=>{if(e.links.enabled)for(let e of n.getElementsByClassName("link-ask"))t.observe(e)}}(e),c={edit:n,reach:e=>h(e)},p=()=>t.sees("inbox")&&"visible"===document.visibilityState&&document.hasFocus(),{reach:h,onScroll:f,toEnd:b,markRead:$,inSight:v}=function({desk:e,atEnd:t,looking:n,at:a,range:s,below:l,moved:i}){let o=()=>{e.openId&&t.value&&n()&&e.read()};return{reach:e=>{s.reach(e)&&(i.value+=1,a.scroller?.querySelector(`[data-message="${CSS.escape(e)}"]`)?.scrollIntoView({block:"center"}))},onScroll:()=>{if(!a.scroller||!a.settled||a.resting)return;let n=a.scroller.scrollHeight-a.scroller.scrollTop-a.scroller.clientHeight,r=s.ends&&n<48;r!==t.value&&(t.value=r),r&&(l.value=0,o()),a.scroller.scrollTop<400?s.up()?i.value+=1:e.thread?.older():n<400&&s.down()&&(i.value+=1)},toEnd:()=>{t.value=!0,s.toEnd()&&(i.value+=1),a.scroller?.scrollTo(0,a.scroller.scrollHeight)},markRead:o,inSight:()=>{if(!a.scroller)return null;let e=a.scroller.getBoundingClientRect().top;for(let t of a.scroller.firstElementChild?.children??[]){let{top:n,bottom:a}=t.getBoundingClientRect();if(a>e&&t.matches(".turn, .line"))return{node:t,top:n}}return null}}}({desk:e,atEnd:s,looking:p,at:a,range:i,below:l,moved:o}),{settle:k,begin:y,pieces:_}=function({at:e,desk:t,range:n,below:a,atEnd:s,onScroll:l}){return{settle:()=>{if(!e.scroller||e.settled||"ready"!==t.thread?.phase)return;e.scroller.scrollTop=e.scroller.scrollHeight;let a=e.scroller.querySelector(".fresh");a&&a.offsetTop<e.scroller.scrollTop&&(e.scroller.scrollTop=a.offsetTop-16),e.settled=!0,e.resting=!0;let i=e.scroller.scrollHeight-e.scroller.scrollTop-e.scroller.clientHeight;s.value=n.ends&&i<48,requestAnimationFrame(()=>setTimeout(()=>{e.resting=!1,l()}))},begin:()=>{e.shown=t.openId,n.reset(),e.places.clear(),e.nextPlace=0,e.first=0,e.settled=!1,a.value=0,s.value=!0},pieces:(a,l)=>{let i=n.cut(function({entries:e,items:t,outgoing:n=[],me:a,name:s,theirs:l,seen:i}){let o=function(e){let t=new Map;for(let n of e){if("entry"!==n.type)continue;let e=n.message_id??"";"edited"===n.kind&&!t.get(e)?.recalled&&t.set(e,{content:n.content??null,recalled:!1}),"recalled"===n.kind&&t.set(e,{content:null,recalled:!0})}return t}(e),r=(e=>({open:null,day:"",marked:null===e}))(i),{turnDay:c,pieces:d,add:u}=function({here:e}){let t=[];return{turnDay:n=>{Pt(n)!==e.day&&(e.day=Pt(n),e.open=null,t.push({type:"day",key:`day:${e.day}`,at:n}))},pieces:t,add:n=>{let a=null!==e.open&&e.open.tone===n.tone&&"note"!==n.tone&&e.open.sender.kind===n.sender.kind&&e.open.sender.id===n.sender.id&&"failed"!==e.open.state&&Date.parse(n.at)-Date.parse(e.open.at)<3e5;a&&e.open&&(e.open.last=!1),e.open={...n,type:"bubble",first:!a,last:!0},t.push(e.open)}}}({here:r});for(let t of e){let e=t.sent_at??t.at??"";if("entry"===t.type&&Kt.has(t.kind))continue;c(e);let n="message"===t.type&&"agent"===t.sender.kind&&t.sender.id===a;if(!r.marked&&t.sequence>i&&!n&&(r.marked=!0,d.some(e=>"day"!==e.type)&&(r.open=null,d.push({type:"new",key:"new"}))),"entry"===t.type){r.open=null,d.push({type:"line",key:`e:${t.sequence}`,entry:t,at:e});continue}let s=o.get(t.message_id),p=s?s.content:t.content;u({key:t.client_message_id?`${t.sender.id}:${t.client_message_id}`:t.message_id,tone:Qt(t),sender:t.sender,at:e,text:p?p.text??"":null,edited:!(!t.edited_at&&!s)&&null!==p,mine:n,state:Wt(t,l),item:null,sequence:t.sequence,id:t.message_id,content:p})}let p=new Set(e.map(e=>e.sender?.id===a&&e.client_message_id));for(let e of t)p.has(e.client_message_id)||(c(e.created_at),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:s},at:e.created_at,text:e.content?.text??"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:e,sequence:0,id:null,content:e.content}));for(let e of n){if(p.has(e.client_message_id))continue;let t=new Date(e.created_at).toISOString();c(t),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:s},at:t,text:"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:null,sequence:0,id:null,content:{kind:"file",name:e.name},outgoing:e})}return d}({entries:a.entries,items:t.unsentOf(l),outgoing:t.files.of(l),me:t.agent.id,name:t.agent.name,theirs:t.row?.theirs??{received:0,read:0},seen:t.seen}),s.peek());return e.places=new Map(i.map(t=>[t.key,e.places.get(t.key)??e.nextPlace++])),i}}}({at:a,desk:e,range:i,below:l,atEnd:s,onScroll:f});return{toEnd:b,markRead:$,attach(t){a.scroller=t,t.addEventListener("scroll",f,{passive:!0}),new ResizeObserver(()=>s.value&&b()).observe(t),e.readingWhen(()=>s.peek()&&p()),addEventListener("focus",$),document.addEventListener("visibilitychange",()=>p()?$():e.away()),addEventListener("blur",()=>e.away()),e.client.on("outbox",({item:t,change:n})=>"queued"===n&&t.conversation_id===e.openId&&b()),e.onHeard(e=>{"message"===e.type&&"visitor"===e.sender.kind&&!s.value&&(l.value+=1)})},...fn({at:a,desk:e,atEnd:s,inSight:v,watchLinks:r,settle:k,markRead:$,onScroll:f}),view:()=>{e.ticks.thread.value,o.value;let n=e.thread;if(a.shown!==e.openId&&y(),!e.openId)return e.ticks.list.value,Ft(e);if(!n)return P`<div class="thread-wait" role="alert"><p>${d("thread.missing")}</p></div>`;if("loading"===n.phase||"empty"===n.phase)return P`<div class="thread-wait" aria-busy="true"><span class="hidden">${d("common.loading")}</span></div>`;if("ready"!==n.phase&&0===n.entries.length)return P`<div class="thread-wait" role="alert">
<p>${d("thread.failed")}</p>
<button class="button" @click=${e.retryThread}>${d("common.retry")}</button>
</div>`;let s=t.now.value;return P`<div class="entries">
${n.history?P`<div class="history"><span>${d("thread.history")}</span></div>`:X}
${Bt(_(n,e.openId),e=>a.places.get(e.key),t=>function(e,t,n,a){switch(t.type){case"day":return P`<div class="day"><span>${q(t.at,n)}</span></div>`;case"new":return P`<div class="fresh"><span>${d("thread.fresh")}</span></div>`;case"line":return P`<div class="line">
<time datetime=${t.at} title=${A(t.at)}>${x(t.at)}</time> ${function(e,t){let n=t=>t===e.agent.id?d("common.you"):e.agentName(t)??"",a=(o=t.by)&&"system"!==o.kind?o.id===e.agent.id?d("common.you"):o.name??e.agentName(o.id)??d(`thread.sender_${o.kind}`):d("thread.system"),s=t.agent_id===e.agent.id?d("common.you"):t.agent_name??n(t.agent_id??""),l="system"===t.by?.kind,i=t.note??"";var o;switch(t.kind){case"assigned":return l?function(e,t){let n=e.why?.code,a=n?d(`lines.why_${n}`):"";return a?d("lines.routed_why",{agent:t,why:a}):d("lines.routed",{agent:t})}(t,s):"taken_over"===t.why?.code?d("lines.took_over",{by:a}):t.by?.id===t.agent_id?d("thread.line_took",{by:a}):d("thread.line_assigned",{by:a,agent:s});case"unassigned":return l?function(e,t){let{code:n,agent_id:a}=e.why??{},s=a?t(a):"";return n&&(s||"team_changed"===n)?d(`lines.left_${n}`,{agent:s}):d("lines.left")}(t,n):d("thread.line_unassigned",{by:a});case"transferred":return d(i?"thread.line_transferred_note":"thread.line_transferred",{by:a,agent:s,note:i});case"team":return t.team_id?d(i?"lines.team_note":"lines.team",{by:a,team:t.team_name??"",note:i}):d("lines.team_none",{by:a});case"priority":return d(`lines.priority_${t.priority}`,{by:a});case"clock":return function({clock:e,alarm:t,due_at:n}){let a=x(n??"");return d("broken"===t?`lines.overdue_${e}`:`lines.due_${e}`,{time:a})}(t);case"no_answer_needed":return d("lines.no_answer_needed",{by:a});case"state":return d(`thread.line_state_${t.state}`,{by:a});case"rated":return d(t.comment?"thread.line_rated_comment":"thread.line_rated",{score:t.score??0,comment:t.comment??""});case"labels":return t.labels?.length?d("thread.line_labels",{by:a,labels:t.labels.join(d("common.list_comma"))}):d("thread.line_labels_none",{by:a});default:return d("thread.line_other")}}(e,t.entry)}
</div>`;default:return function(e,t,n){if("note"===t.tone)return function(e,t,n){return P`<div class="turn turn-own">
${mn(t,e)}
<div data-message=${e.id??X} class="note ${"failed"===e.state?"bubble-failed":""}">
<div class="note-head">
${m("lock",14)}<strong>${d("thread.note_by",{name:e.sender.name??""})}</strong
><span class="note-who">${d("thread.note_private")}</span
><time datetime=${e.at} title=${A(e.at)}>${x(e.at)}</time>
</div>
<div class="note-text">${dn(t,e,n)}</div>
</div>
${"failed"===e.state?cn(t,e,n):pn(e.item)?hn(t,e):"sending"===e.state?P`<div class="stamp stamp-own">${rn("sending")}</div>`:X}
</div>`}(t,e,n);let a="own"===t.tone,s=`${t.first?"":"joins"} ${t.last?"":"goes-on"} ${"failed"===t.state?"bubble-failed":""}`;return P`<div class="turn ${a?"turn-own":"turn-customer"} ${t.first?"":"turn-joined"}">
${a?X:P`<span class="turn-face">${t.last&&e.row?g(e.row.contact):X}</span>`}
<div class="turn-body">
<span class="hidden">${d("thread.says",{name:t.mine?d("common.you"):t.sender.name??d(`thread.sender_${t.sender.kind}`)})}</span>
${mn(e,t)}
<div data-message=${t.id??X} class="bubble ${a?"bubble-own":"bubble-customer"} ${(({content:e,outgoing:t})=>{let n=t?t.width?t.blob.type:"":"file"===e?.kind?e.media_type??"":"";return n.startsWith("image/")&&!(!t&&!e?.width)||n.startsWith("video/")&&!t})(t)?"bubble-pictured":""} ${s}">${dn(e,t,n)}</div>
${function(e,t){let{id:n,text:a,content:s}=t;if(!e.links.enabled||!n||!a||"text"!==s?.kind)return X;let l=N(a);if(!l)return X;let i=e.links.get(n,l);return i?P`<a class="link-card" href=${l} target="_blank" rel="noopener noreferrer nofollow">
<span class="link-site">${i.site}</span><b>${i.title}</b>${i.text?P`<span class="link-text">${i.text}</span>`:X}
</a>`:e.links.isKnown(n,l)?X:P`<i class="link-ask" data-of=${n} data-url=${l}></i>`}(e,t)}
${"failed"===t.state?cn(e,t,n):pn(t.item)?hn(e,t):t.last?((e,t)=>P`<div class="stamp ${t?"stamp-own":""}">
${t&&!e.mine?P`<span>${e.sender.name??d(`thread.sender_${e.sender.kind}`)}</span>`:X}
<time datetime=${e.at} title=${A(e.at)}>${x(e.at)}</time>${e.edited?P`<span>${d("thread.edited")}</span>`:X}${e.state?rn(e.state):X}
</div>`)(t,a):X}
</div>
</div>`}(e,t,a)}}(e,t,s,c))}
${function(e,t){let n=e.presence.writing(t).find(e=>"visitor"===e.member.kind);return n&&e.row?P`<div class="turn turn-customer">
<span class="turn-face">${g(e.row.contact)}</span>
<div class="turn-body">
${n.preview?P`<div class="bubble bubble-unsent">${n.preview}</div>
<div class="stamp">${m("pencil-line",14)} ${d("thread.writing")}</div>`:P`<div class="bubble bubble-customer bubble-dots">${w}<span class="hidden">${d("thread.writing")}</span></div>`}
</div>
</div>`:X}(e,e.openId)}
</div>`},jump:()=>s.value||!e.openId?X:P`<button class="jump" @click=${b}>
${m("arrow-down",16)}<span>${l.value?u("thread.below",l.value):d("thread.to_end")}</span>
</button>`}}(n,a,e=>{let t=e.note?"note":"reply",a=String(e.conversation_id),l=n.drafts.get(a,t);n.drafts.set(a,t,[e.content.text,l].filter(Boolean).join("\n")),s.discard(e.client_message_id),o.choose(t)});return{list:i,composer:o,thread:c}}(t,c),{list:h,composer:f,thread:$}=p;bn({app:t,place:i,panes:p,open:c}),function({app:e,root:t,place:n}){let{desk:a,ui:s}=e,l=null;R(()=>{a.ticks.thread.value;let i="inbox"===s.room.value,o=!!a.openId&&s.details.open,r=o&&s.narrow.value,c="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(o),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!o,e.rail.inert=r&&i,i&&(document.body.dataset.alone=String(!!a.openId)),r&&!c?(l=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&c&&(l?.focus(),history.state?.drawer&&history.back())})}({app:t,root:l,place:i}),t.shell.addActions("inbox",function({app:{desk:e,ui:t},root:n,place:a,panes:{list:s,composer:l},open:i}){let o=t=>0===e.selection.size&&(s.aimed?document.activeElement:document.getElementById(t))||a("list-bulk").querySelector(".bulk")||a("list-top").querySelector(".title-button"),r=()=>0===e.selection.size&&s.aimed?[s.aimed]:Re(e);return le({desk:e,ui:t,list:s,composer:l,open:i,back:()=>{if("true"===n.dataset.drawer)t.details.set(!1);else{if(s.endChoosing())return;if(document.activeElement?.closest(".composer"))s.focusOpen();else if(e.openId){let t=e.openId;i(null),requestAnimationFrame(()=>s.focusRow(t))}}},perform:(t,n)=>{let a=0===e.selection.size?s.aimed:null,l=a&&a!==e.openId&&s.nextTo(a),i=Be(e,r(),t,n);return l&&requestAnimationFrame(()=>document.activeElement===document.body&&s.focusRow(l)),i},closeNext:()=>{let[t]=r(),n=s.nextTo(t);Be(e,[t],"close"),i(n),n&&s.focusRow(n)},assign:()=>Fe(e,o("assign"),r()),snooze:()=>Ue(e,o("snooze"),r()),label:()=>He(e,o("labels"),r())})}({app:t,root:l,place:i,panes:p,open:c})),function({desk:e,ui:t,client:n,shell:a},s){n.on("gone",({conversation_id:t})=>t===e.openId&&s(null)),e.onHeard(e=>{if(!t.sees("inbox")||"message"!==e.type||"visitor"!==e.sender.kind||!e.content)return;let n=document.getElementById("announcer");n&&(n.textContent=Z(e.content,"visitor"))}),R(()=>e.holdFor(1e3*a.preferences.value.value.undo_send_s));let l=()=>"visible"===document.visibilityState&&t.sees("inbox");document.addEventListener("visibilitychange",()=>l()&&e.firstSteps.looked()),setInterval(()=>l()&&t.details.open&&e.loadContact(!0),3e4)}(t,c),t.setInbox({open:c,arrived:e=>h.arrived(e),next:()=>{h.step(1),h.focused&&c(h.focused)},showView:e=>{a.phone.value&&c(null),h.showView(e)},flush:f.flush,desk:n});let v=!1,k=!1;return{root:l,title:()=>`${d("rail.inbox")} · ${t.me.shop.name}`,heading:()=>l.querySelector("h1"),address:()=>gn(n.openId),show({inner:e,url:t}){let s=t.searchParams.get("view");"mentions"===s&&(v?h.showView(s):n.list.show(s)),v?k||n.firstSteps.looked():n.start();let l=v&&k;v&&e===n.openId?l&&a.narrow.value&&a.details.set(!1):c(e,!0),v=!0,k=!0,n.view(n.openId),$.markRead()},hide(){k=!1,f.flush(),n.away(),s.view(null),h.rest(),a.narrow.value&&a.details.set(!1),t.rail.inert=!1}}});

import{A as e,B as t,C as n,D as a,E as l,F as s,G as i,H as o,I as r,J as c,K as d,L as u,M as p,N as h,O as m,P as f,Q as g,R as b,S as $,W as v,X as w,Y as k,Z as y,aa as x,c as _,d as M,e as S,ea as I,f as q,fa as E,g as C,ga as z,h as A,ha as O,ia as L,j as T,ja as D,l as j,m as R,ma as B,n as F,na as N,o as V,oa as U,p as P,pa as H,q as K,qa as W,r as Q,ra as Y,s as Z,sa as J,t as X,ta as G,u as ee,ua as te,v as ne,va as ae,w as le,x as se,xa as ie,y as oe,z as re}from"./app.js";function ce(e,t,n){switch(t){case"assign":return C(e,n.agent_id??null);case"close":return{state:"closed",waiting_since:null,snoozed_until:null};case"reopen":return{state:e.agent_id?"open":"waiting",snoozed_until:null};case"snooze":return{state:"snoozed",snoozed_until:n.until??null};case"label":return{labels:[...e.labels,...(n.labels??[]).filter(t=>!e.labels.includes(t))]};default:return{labels:e.labels.filter(e=>!(n.labels??[]).includes(e))}}}function de(e,t,n){if("close"===t)return"closed"!==e.state;if("reopen"===t)return"closed"===e.state||"snoozed"===e.state;let a=ce(e,t,n);return Object.entries(a).some(([t,n])=>String(n)!==String(e[t]))}function ue({read:e,changed:t,order:n,now:a=()=>0,freshMs:l=0}){let s=[],i="empty",o=null,r=-1/0,c=0,d=e=>{s=n?[...e].sort(n):e,t()},u=async n=>{let l=c+=1;"ready"!==i&&(i="loading"),n&&(r=a());try{let{items:t,next_cursor:a}=await e(n?null:o);if(l!==c)return;i="ready",o=a??null;let r=n?[]:s;d([...r,...t.filter(e=>!r.some(t=>t.id===e.id))])}catch{if(l!==c)return;"ready"!==i&&(i="failed"),r=-1/0,t()}},p=(e,t)=>d(s.map(n=>n.id===e?{...n,...t}:n));return{get rows(){return s},get phase(){return i},get hasMore(){return null!==o},get:e=>s.find(t=>t.id===e)??null,load:()=>u(!0),ensure:()=>"loading"===i||"ready"===i&&a()-r<l?Promise.resolve():u(!0),more:()=>null===o||"loading"===i?Promise.resolve():u(!1),stale(){r=-1/0},put(e){d(s.some(t=>t.id===e.id)?s.map(t=>t.id===e.id?e:t):[...s,e])},patch:p,drop:e=>d(s.filter(t=>t.id!==e)),async change(e,t,n){let a=s.find(t=>t.id===e);p(e,t);try{return await n()}catch(n){let l=s.find(t=>t.id===e),i=Object.keys(t).filter(e=>a&&l?.[e]===t[e]).map(e=>[e,a?.[e]]);throw p(e,Object.fromEntries(i)),n}}}}function pe(e,t){let n=e.shortcut.toLowerCase();if(n===t)return 0;if(n.startsWith(t))return 1;let a=e.title.toLowerCase();return a.startsWith(t)?2:a.includes(t)||n.includes(t)?3:e.text.toLowerCase().includes(t)?4:null}function he({api:e,keyOf:t,drafts:n,unkept:a,keepSoon:l,unwritten:s,changed:i,conversationOf:o,trim:r,flush:c}){return{async load(){let d;try{({items:d}=await e.drafts())}catch{return}let u=new Set;for(let{conversation_id:e,note:o,text:r,updated_at:c}of d){let d=t(e,o?"note":"reply");u.add(d);let p=n.get(d);a.has(d)||p&&!p.kept&&p.at>Date.parse(c)?l(d):p?.text!==r?(n.set(d,{text:r,at:Date.parse(c),kept:!0}),s.add(d),i(e)):p&&(p.kept=!0)}for(let[e,t]of n)if(!u.has(e)){if(a.has(e)){l(e);continue}t.kept?(n.delete(e),s.add(e),i(o(e))):l(e)}r(),c()}}}var me=[1,2,3,4,6];function fe(e){let t=0;for(let n of e)t=31*t+n.codePointAt(0)>>>0;return me[t%me.length]}function ge(e,t){for(let n of[e.head,e.tail]){let e=n.indexOf(t);e>=0&&n.splice(e,1)}}function be({page:e,changed:t,settle:n,at:a,holds:l,places:s,arrange:i}){return{began(n){let a=e(n);a.loading=!0,a.failed=!1,t()},failed(n){Object.assign(e(n),{loading:!1,failed:!0}),t()},took(t,o,r,c){n();let d=e(t),u=o.map(e=>e.id);c&&!d.told&&Object.assign(d,{head:u,tail:[]});let p=u.filter(e=>!d.head.includes(e)&&!d.tail.includes(e));if(c||d.tail.push(...p),Object.assign(d,{cursor:r,loaded:!0,loading:!1}),t===a.view&&l.size>0&&!(c&&a.shown.length>0)){let e=new Set(a.shown.map(e=>e.id));a.shown=[...a.shown,...s((c?u:p).filter(t=>!e.has(t)))]}i()}}}function $e({page:e,takes:t,rows:n,arrange:a}){return{told(t,n){let l=e(),s=new Set(t);l.away.clear(),Object.assign(l,{head:[...t],tail:n?l.tail.filter(e=>!s.has(e)):[],told:!0,loaded:!0}),n||(l.cursor=null),a()},moved(t,n){let l=e();l.away.delete(t),ge(l,t);let s=null===n?-1:l.head.indexOf(n);return!(null!==n&&s<0||(l.head.splice(s+1,0,t),a(),0))},gone(l){let s=e();s.away.delete(l);let i=s.head.at(-1)===l&&(s.tail.length>0||null!==s.cursor);ge(s,l);let o=n.get(l);i&&o&&t(o)&&s.tail.unshift(l),a()}}}function ve({pages:e,holdsRow:t,at:n,arrange:a,holds:l,settle:s}){return{place(n){for(let[a,l]of e){let{head:e,away:s}=l,i=s.get(n.id);t(a,n)?void 0!==i&&(s.delete(n.id),e.splice(i,0,n.id)):(e.includes(n.id)&&s.set(n.id,e.indexOf(n.id)),ge(l,n.id))}a()},drop(t){for(let n of e.values())n.away.delete(t),ge(n,t);a()},stale(){for(let[t,a]of e)t!==n.view?e.delete(t):Object.assign(a,{loading:!1,told:!1})},hold(e,t){t!==l.has(e)&&(s(),t?l.add(e):l.delete(e),!t&&0===l.size&&a())},release(){l.clear(),a()}}}var we="servicedesk.view",ke="servicedesk.sort";function ye({at:e,api:t,cache:n,touch:a,failed:l,loadContact:s}){return{async changeContact(l){let s=e.contact;if(!s?.data)return"unexpected";try{let e=await t.changeContact(s.id,l);s.data=e;for(let t of n.rows.values())t.contact.id===s.id&&n.patch(t.id,{contact:{...t.contact,name:e.name,name_source:e.sources.name}});return a("details"),null}catch(e){return e.code??"unexpected"}},async block(e){try{for(let n of e)await t.block(n)}catch(e){return l(e),!1}finally{await s(!0)}return!0},async unblock(e){try{await t.unblock(e)}catch(e){l(e)}await s(!0)}}}function xe({at:e,threads:t,cache:n,markOf:a,touch:l,clock:s,painted:i,loadContact:o,client:r}){return{show(r){if(r===e.open)return;e.open=r,e.seen=void 0,e.contact=null,e.turning=!0,t.show(r);let c=r?n.rows.get(r):null;c?e.seen=a(c):r&&n.want(r),l("thread"),s.flush(),i(()=>{e.turning=!1,l("list","details","frame"),c&&e.open===r&&o(!1)})},read(){let a=e.open&&n.rows.get(e.open),l=e.open?t.get(e.open)?.last??0:0;!a||l<=a.mine.read||"ready"!==t.get(a.id)?.phase||!t.adopted(a.id)||(r.read(a.id,l),n.patch(a.id,{unread:0,mine:{received:Math.max(a.mine.received,l),read:l}}))},away(){let n=e.open?t.get(e.open)?.last:0;null==e.seen&&n&&(e.seen=n)},readingWhen(t){e.isReading=t}}}function _e({storage:e,selection:t,list:n,loadView:a,watch:l,touch:s,moreUntil:i}){return{arrangeBy(s){if(s.sort)try{e?.setItem(ke,s.sort)}catch{}t.clear(),n.arrangeBy(s),l(),a(n.view,!0)},showView(i){t.clear();try{e?.setItem(we,i)}catch{}let o=n.show(i);l(),o&&a(i,!0),s("list")},more:()=>a(n.view,!1),moreUntil:i,retryList:()=>a(n.view,!0)}}var Me=(e,t)=>t.filter(t=>t.name&&e.includes(`@${t.name}`)).map(e=>e.id),Se=e=>e.length>0&&e[0].sequence>1;function Ie({api:e,client:t,saving:n,changed:a,missing:l}){let s=new Map,i=new Set,o=null,r=n=>{let l=s.get(n);l?s.delete(n):l=function({id:e,fetch:t,changed:n}){let a=[],l=!1,s="empty",i=!1,o=0,r=e=>{if(0===e.length)return;let t=new Set(a.map(e=>e.sequence)),n=e.filter(e=>!t.has(e.sequence));0!==n.length&&(a=[...a,...n].sort((e,t)=>e.sequence-t.sequence))};return{id:e,get entries(){return a},get more(){return l},get phase(){return s},get history(){return i},get last(){return a.at(-1)?.sequence??0},async load(){let e=o+=1;"ready"!==s&&(s="loading"),n();try{let n=await t({limit:50});if(e!==o)return null;let i=n.items.at(-1)?.sequence??0,r=a.filter(e=>e.sequence>i);return a=[...n.items,...r],l=Se(n.items),s="ready",i}catch(t){return e!==o||"ready"!==s&&(s=404===t?.status?"missing":"failed"),null}finally{n()}},async older(){if(i||!l||0===a.length)return;i=!0,n();let e=a[0].sequence;try{let n=await t({before_sequence:e,limit:50});if(a[0]?.sequence!==e)return;r(n.items),l=Se(n.items)}catch{}finally{i=!1,n()}},trim(e){i||a.length<=e+50||(a=a.slice(-e),l=!0)},apply(e){let t=a.at(-1);!t||e.sequence>t.sequence?a=[...a,e]:r([e]),n()}}}({id:n,fetch:t=>e.entries(n,t),changed:()=>a(n)}),s.set(n,l);for(let e of s.keys()){if(s.size<=30)break;e===o||e===n||(s.delete(e),i.delete(e),t.release(e))}return l},c=async e=>{let n=await e.load();null!==n&&s.get(e.id)===e&&(t.adopt(e.id,n),i.add(e.id)),"missing"===e.phase&&l(e.id)};return{show(e){if(o=e,t.view(e),!e)return;let n=r(e);"ready"!==n.phase&&"loading"!==n.phase&&c(n)},prefetch(e){s.has(e)||n()||c(r(e))},reload(e){let t=s.get(e);t&&c(t)},apply(e){let t=s.get(e.conversation_id);t?.apply(e),t&&t.id!==o&&t.trim(50)},get:e=>s.get(e)??null,drop(e){s.delete(e),i.delete(e)},adopted:e=>i.has(e),reset(){i.clear();for(let e of[...s.keys()])e!==o&&s.delete(e);let e=o&&s.get(o);e&&c(e)}}}var qe=e=>e.unread>0?e.mine.read:null;function Ee({at:e,sending:t,notify:n}){return{undoSend:()=>e.open?t.undo(e.open):null,undoAction(){let t=e.notice?.action;return!!t?.undo&&(n(null),t.run(),!0)},takeBack:n=>e.open?t.undo(e.open,n):null,holdFor(t){e.holdMs=t}}}function Ce(e,{me:t,storage:n,saving:a=()=>!1,now:l,after:s,painted:i,files:o=()=>({of:()=>[],count:0})}){let{at:r,api:c,client:d,cache:u,clock:p,touch:h,notify:m,failed:f,forget:g,loadAgents:b}=e,$=new Set,{threads:v,drafts:w,compose:k,selection:y,labels:x,presence:M,firstSteps:I,canned:E,links:C,files:z}=function({touch:e,at:t,storage:n,now:a,after:l,api:s,me:i,failed:o,makeFiles:r,client:c,saving:d,forget:u}){let p=function({changed:e}){let t=new Map,n=new Map,a=new Map,l=e=>`${e.kind}:${e.id}`;return{forget(){t.clear(),n.clear(),a.clear(),e()},presence(a,l){if("agent"!==a.member.kind)return l&&n.set(l,a.online),e();t.set(a.member.id,{online:a.online,availability:a.availability??"offline",viewing:a.viewing??null}),e()},typing({conversation_id:t,member:n,active:s,preview:i}){let o=a.get(t)??new Map;s?o.set(l(n),{member:n,preview:i??null}):o.delete(l(n)),o.size?a.set(t,o):a.delete(t),e()},spoke(t,n){a.get(t)?.delete(l(n))&&e()},customer:e=>n.get(e),agent:e=>t.get(e)??null,writing:e=>[...a.get(e)?.values()??[]],viewing:(e,n)=>[...t].filter(([t,a])=>t!==n&&a.online&&a.viewing===e).map(([e])=>e)}}({changed:()=>e("list","thread","details")}),h=function({storage:e,owner:t,now:n,after:a,api:l,changed:s}){let i=new Map,{unwritten:o,flush:r}=function({owner:e,storage:t,drafts:n}){let a=`servicedesk.draft.${e}.`,l=new Set;try{(()=>{if(t)for(let e=0;e<t.length;e+=1){let l=t.key(e);if(l?.startsWith(a))try{n.set(l.slice(a.length),JSON.parse(t.getItem(l)??""))}catch{}}})()}catch{}return{unwritten:l,flush:()=>{for(let e of l){let l=n.get(e);try{l?t?.setItem(a+e,JSON.stringify(l)):t?.removeItem(a+e)}catch{}}l.clear()}}}({owner:t,storage:e,drafts:i}),{keepSoon:c,unkept:d}=function({drafts:e,api:t,conversationOf:n,unwritten:a,flush:l,changed:s,after:i}){let o=new Map,r=0;return{keepSoon:c=>{let d=r+=1;o.set(c,d),i(()=>o.get(c)===d&&(async i=>{let r=o.get(i);if(void 0===r)return;let c=e.get(i)?.text??"";try{await t.keepDraft(n(i),i.endsWith(".note"),c)}catch{return}if(o.get(i)!==r)return;o.delete(i);let d=e.get(i);d&&(d.kept=!0,a.add(i),l()),s(n(i))})(c),1e3)},unkept:o}}({drafts:i,api:l,conversationOf:e=>p(e),unwritten:o,flush:r,changed:s,after:a}),u=(e,t)=>`${e}.${t}`,p=e=>e.slice(0,e.lastIndexOf(".")),h=()=>{if(i.size<=200)return;let e=[...i].sort((e,t)=>e[1].at-t[1].at).slice(0,i.size-200);for(let[t]of e)i.delete(t),o.add(t)};return{get:(e,t)=>i.get(u(e,t))?.text??"",set:(e,t,a)=>{let l=u(e,t),r=i.get(l);(r?.text??"")!==a&&(a.trim()?i.set(l,{text:a,at:n()}):i.delete(l),o.add(l),(r||a.trim())&&c(l),h(),s(e))},of:e=>i.get(u(e,"reply"))?.text??i.get(u(e,"note"))?.text??null,flush:r,kept:(e,t)=>!0===i.get(u(e,t))?.kept,get pending(){return o.size>0},get size(){return i.size},get unkept(){return[...i.values()].filter(e=>!e.kept).length},...he({api:l,keyOf:u,drafts:i,unkept:d,keepSoon:c,unwritten:o,changed:s,conversationOf:p,trim:h,flush:r}),drop(e){for(let t of["reply","note"]){let n=u(e,t);d.delete(n),i.delete(n)&&o.add(n)}s(e)},forget(){let e=[...i.keys()];for(let t of e)o.add(t);i.clear(),d.clear(),r();for(let t of e)s(p(t))}}}({storage:n,owner:t.agent.id,now:a,after:l,api:s,changed:n=>e(n===t.open?"composer":"list")}),m=function({changed:e}){let t=new Map,n=new Map,a=new Map,l=(t,n,a)=>{(null===a?!t.delete(n):t.get(n)===a)||(null!==a&&t.set(n,a),e(n))};return{quote:e=>t.get(e)??null,setQuote:(e,n)=>l(t,e,n),change:e=>n.get(e)??null,setChange:(e,t)=>l(n,e,t),answered:e=>a.get(e)??null,setAnswered:(e,t)=>l(a,e,t),drop(e){t.delete(e),n.delete(e),a.delete(e)}}}({changed:()=>e("composer")}),f=function({api:e,changed:t}){let n=new Map,a=ue({read:()=>e.labels(),order:(e,t)=>t.conversations-e.conversations||e.name.localeCompare(t.name),changed:()=>{n=new Map(a.rows.map(e=>[e.name,e])),t()}});return{get all(){return a.rows},load:a.load,colour:e=>n.get(e)?.colour??fe(e),heard(e){e.some(e=>!n.has(e))&&a.load()},search(e){let t=e.trim().toLowerCase();return t?a.rows.filter(e=>e.name.toLowerCase().includes(t)).sort((e,n)=>Number(n.name.toLowerCase().startsWith(t))-Number(e.name.toLowerCase().startsWith(t))):a.rows},expect(e){n.has(e)||a.put({id:`new:${e}`,name:e,colour:fe(e),conversations:0})}}}({api:s,changed:()=>e("list","details")}),g=function({api:e,now:t,changed:n}){let a=ue({read:()=>e.canned(),changed:n,now:t,freshMs:6e4});return{get all(){return a.rows},get phase(){return a.phase},load:a.ensure,stale:a.stale,search:e=>function(e,t){let n=t.trim().toLowerCase();return e.map(e=>({one:e,at:n?pe(e,n):1})).filter(({at:e})=>null!==e).sort((e,t)=>e.at-t.at||t.one.used-e.one.used||e.one.title.localeCompare(t.one.title)).slice(0,50).map(({one:e})=>e)}(a.rows,e),used(t){a.patch(t,{used:(a.get(t)?.used??0)+1}),e.cannedUsed(t).catch(()=>{})}}}({api:s,now:a,changed:()=>e("composer")}),b=function({api:e,list:t,changed:n,failed:a}){let l=t,s=null,i=()=>l?l.steps.filter(e=>!e.done).length:0,o=e=>{l=e,n()},r=async()=>{if(l)try{o(await e.setupList())}catch{}},c=async(e,t)=>{if(!s){s=e,n();try{await t(),await r()}catch(e){a(e)}s=null,n()}};return{get steps(){return l?.steps??[]},get left(){return i()},get shown(){return null!==l&&!l.dismissed&&i()>0},get demo(){return l?.demo_data??!1},get allowed(){return null!==l},get work(){return s},async looked(){l&&(i()>0||l.demo_data)&&await r()},async answered(){l?.steps.some(e=>"first_answer"===e.name&&!e.done)&&await r()},async dismiss(){if(!l)return;let t=l;o({...l,dismissed:!0});try{o(await e.dismissSetupList(!0))}catch(e){o(t),a(e)}},addDemo:()=>c("adding",e.addDemoData),removeDemo:()=>c("removing",e.removeDemoData)}}({api:s,list:i.setup??null,changed:()=>e("frame","thread"),failed:o}),$=function({api:e,enabled:t,changed:n}){let a=new Map,l=(e,t)=>`${e} ${t}`;return{enabled:t,get:(e,t)=>a.get(l(e,t))??null,isKnown:(e,t)=>a.has(l(e,t)),async look(s,i){let o=l(s,i);if(!t||a.has(o))return;let[r]=a.keys();a.size>=500&&a.delete(r),a.set(o,null);try{let t=await e.linkPreview(s,i);if(!t?.title||!a.has(o))return;a.set(o,t),n()}catch{}}}}({api:s,enabled:!0===i.link_previews,changed:()=>e("thread")}),v=r({changed:n=>n===t.open?e("thread","list"):e("list"),failed:o}),w=function({changed:e}){let t=new Set,n=null;return{get size(){return t.size},get ids(){return[...t]},has:e=>t.has(e),toggle(a){t.has(a)?t.delete(a):t.size<200&&t.add(a),n=a,e()},range(a,l){let s=l.indexOf(a),i=n?l.indexOf(n):s;if(s<0)return;let[o,r]=i<0?[s,s]:[Math.min(i,s),Math.max(i,s)];for(let e of l.slice(o,r+1))t.size<200&&t.add(e);n=a,e()},all(n){t.clear();for(let e of n.slice(0,200))t.add(e);e()},keep(n){for(let e of t)n(e)||t.delete(e);e()},clear(){0!==t.size&&(t.clear(),n=null,e())}}}({changed:()=>e("list")});return{threads:Ie({api:s,client:c,saving:d,changed:n=>n===t.open&&e("thread"),missing:e=>u(e)}),drafts:h,compose:m,selection:w,labels:f,presence:p,firstSteps:b,canned:g,links:$,files:v}}({touch:h,at:r,storage:n,now:l,after:s,api:c,me:t,failed:f,makeFiles:o,client:d,saving:a,forget:g}),O=function({rows:e,me:t,changed:n}){let a=new Map,l=new Set,s={view:"open",sort:"waiting",label:null,shown:[],waiting:0,stale:!1},{settle:i,page:o,arrange:r,places:c}=function({at:e,pages:t,rows:n,holds:a,changed:l}){let s=(n=e.view)=>{let a=t.get(n);return a||(a={head:[],tail:[],away:new Map,told:!1,cursor:null,loaded:!1,loading:!1,failed:!1},t.set(n,a)),a},i=t=>{let a=[];for(let e of t){let t=n.get(e);t&&a.push({id:e,group:q(t)})}return"waiting"===e.sort?[...a.filter(e=>"us"===e.group),...a.filter(e=>"us"!==e.group)]:a};return{settle:()=>{if(!e.stale)return;e.stale=!1;let{head:t,tail:l}=s();if(0===a.size)e.shown=i([...t,...l]),e.waiting=0;else{let a=new Set(e.shown.map(e=>e.id));e.waiting=[...t,...l].filter(e=>!a.has(e)).length,e.shown=e.shown.filter(e=>n.has(e.id))}},page:s,arrange:()=>{e.stale=!0,l()},places:i}}({at:s,pages:a,rows:e,holds:l,changed:n}),d=(e,n)=>S(e,n,t)&&(!s.label||n.labels.includes(s.label)),u=e=>d(s.view,e);return{takes:u,get view(){return s.view},get shown(){return i(),s.shown},get waiting(){return i(),s.waiting},has:e=>o().head.includes(e)||o().tail.includes(e),get page(){return o()},pageOf:e=>o(e),get sort(){return s.sort},get label(){return s.label},arrangeBy(e){s.sort=e.sort??s.sort,void 0!==e.label&&(s.label=e.label),a.clear(),l.clear(),r()},show(e){s.view=e,o().told=!1,l.clear(),r();let{loaded:t,loading:n}=o();return!t&&!n},...be({page:o,changed:n,settle:i,at:s,holds:l,places:c,arrange:r}),...$e({page:o,takes:u,rows:e,arrange:r}),...ve({pages:a,holdsRow:d,at:s,arrange:r,holds:l,settle:i})}}({rows:u.rows,me:r.agent.id,changed:()=>h("list")}),L=function({api:e,cache:t,notify:n,failed:a}){let l=(e,n,a)=>{let l=t.rows.get(e),s=Object.keys(n).filter(e=>l?.[e]===n[e]);t.patch(e,Object.fromEntries(s.map(e=>[e,a[e]])))},s=async(e,s,i)=>{let o=t.rows.get(e);if(!o)return!1;t.patch(e,s);try{let a=await i();return t.countsSoon(),!s.state||!a?.state||a.state===s.state||(l(e,s,o),t.want(e),n({key:"thread.kept",icon:"message-circle"}),!1)}catch(t){return l(e,s,o),a(t),!1}},i=(e,t,a)=>n({key:e,count:a,icon:"circle-check",action:{key:"thread.undo",run:t,undo:!0}}),o=async(n,a,l={},o=!1)=>{let r=t.rows.get(n);if(!r||!de(r,a,l))return!1;let c=await s(n,ce(r,a,l),((t,n,a)=>{let l=ce(t,n,a);return"assign"===n?()=>e.assign(t.id,a.agent_id??null):"close"===n?()=>e.close(t.id,t.last_sequence):"reopen"===n?()=>e.reopen(t.id):"snooze"===n?()=>e.snooze(t.id,a.until??null,t.last_sequence):()=>e.label(t.id,l.labels??[])})(r,a,l));return c&&!o&&i(`thread.done_${a}`,((t,n)=>()=>{let{id:a}=t;return"assign"===n?s(a,{agent_id:t.agent_id,state:t.state},()=>e.assign(a,t.agent_id)):"label"===n||"unlabel"===n?s(a,{labels:t.labels},()=>e.label(a,t.labels)):"reopen"===n?s(a,ce(t,"close",{}),()=>e.close(a,t.last_sequence)):s(a,(({id:e,state:t,agent_id:n,snoozed_until:a,labels:l,waiting_since:s})=>({id:e,state:t,agent_id:n,snoozed_until:a,labels:l,waiting_since:s}))(t),()=>e.reopen(a))})(r,a)),c},r=function({cache:e,takeBack:t,api:n,failed:a,notify:l,offerUndo:s}){return async(i,o,r={})=>{let c=i.map(t=>e.rows.get(t)).filter(e=>void 0!==e&&de(e,o,r));if(0===c.length)return;for(let t of c)e.patch(t.id,ce(t,o,r));let d,u=new Map(c.map(e=>[e.id,e])),p=e=>{let n=u.get(e);n&&t(e,ce(n,o,r),n)};try{let e=(e=>"close"===e||"snooze"===e)(o)?{last_sequences:Object.fromEntries(c.map(e=>[e.id,e.last_sequence]))}:{};d=await n.bulk({ids:[...u.keys()],action:o,...e,...r})}catch(e){for(let e of u.keys())p(e);return void a(e)}e.countsSoon();let h=d.items.filter(e=>e.done);for(let e of d.items)e.done||p(e.id);let m=d.items.filter(e=>"newer_message"===e.code).length;if(0===h.length)return void l(m?{key:"inbox.bulk_kept",count:m,icon:"message-circle"}:{key:"inbox.bulk_none",icon:"circle-alert"});let f=async()=>{for(let t of h)e.patch(t.id,t.before??{});try{await n.bulk({action:"restore",items:h.map(e=>({id:e.id,...e.before}))})}catch(e){a(e)}for(let t of h)e.want(t.id);e.countsSoon()};m?l({key:"inbox.bulk_kept",count:m,icon:"message-circle",action:{key:"thread.undo",run:f,undo:!0}}):s(`inbox.done_${o}`,f,h.length)}}({cache:t,takeBack:l,api:e,failed:a,notify:n,offerUndo:i});return{act:o,actOnAll:r,assign:(e,t)=>o(e,"assign",{agent_id:t},!0),close:e=>o(e,"close"),reopen:a=>{let l=t.rows.get(a);return n(null),l?s(a,ce(l,"reopen",{}),()=>e.reopen(a)):Promise.resolve(!1)},snooze:(e,t)=>o(e,"snooze",{until:t}),label:(e,t,n)=>o(e,n?"label":"unlabel",{labels:[t]},!0)}}({api:c,cache:u,notify:m,failed:f}),{loadView:T,moreUntil:D}=function({api:e,cache:t,list:n,selection:a,open:l}){let s=async(s,i,o=!1)=>{let r=n.page;if(!r.loading&&(i||r.cursor)){n.began(s);try{let{sort:c,label:d}=n,u=await e.conversations(s,i?null:r.cursor,{sort:c,label:d});if(r!==n.pageOf(s))return;if(o){let e=new Set([l(),...u.items.map(e=>e.id)]);t.keep(t=>e.has(t)),a.keep(t=>e.has(t))}for(let e of u.items)t.put(e);n.took(s,u.items,u.next_cursor??null,i)}catch{n.failed(s)}}};return{loadView:s,async moreUntil(e){for(let{page:t}=n,a="";t===n.page&&t.cursor&&t.cursor!==a&&!e();)a=t.cursor,await s(n.view,!1)}}}({api:c,cache:u,list:O,selection:y,open:()=>r.open}),{loadContact:j,reload:R,loadOwn:B}=function({at:e,api:t,touch:n,cache:a,now:l,labels:s,drafts:i,list:o,loadView:r,threads:c,loadAgents:d}){let u=-1/0,p=()=>{l()-u<3e3||(u=l(),s.load(),i.load())};return{loadContact:async l=>{let s=e.open&&a.rows.get(e.open)?.contact.id;if(!s)return;e.contact?.id!==s?e.contact={id:s,phase:"loading",data:null}:l||(e.contact.phase=e.contact.data?"ready":"loading"),n("details");let i=e.contact;try{i.data=await t.contact(s),i.phase="ready"}catch{i.data||(i.phase="failed")}n("details")},reload:()=>{o.stale(),r(o.view,!0,!0),a.fetchCounts(),d(),p(),c.reset(),e.open&&a.want(e.open)},loadOwn:p}}({at:r,api:c,touch:h,cache:u,now:l,labels:x,drafts:w,list:O,loadView:T,threads:v,loadAgents:b});!function({storage:e,list:t}){let n=e?.getItem(we);_.includes(n)&&t.show(n),"newest"===e?.getItem(ke)&&t.arrangeBy({sort:"newest"})}({storage:n,list:O});let{watch:F}=function({client:e,cache:t,list:n}){let a=0,l=!1,s=e=>l&&e.request_id===String(a),i=()=>{l&&(a>0&&e.watch({view:null,request_id:String(a)}),a+=1,e.watch({view:n.view,sort:n.sort,label:n.label,rows:50,request_id:String(a)}))};return e.on("welcome",()=>{l=!0,a=0,i()}),e.on("status",e=>{!l||"live"===e.phase||(l=!1,t.countsTold(!1))}),e.on("rows",e=>{if(!s(e))return;let a=e.items;for(let e of a)t.put(e);t.countsTold(!0),t.setCounts(e.counts),n.told(a.map(e=>e.id),e.more)}),e.on("row",e=>{if(!s(e))return;if(e.gone)return n.gone(e.id);let a=e.row;t.put(a),n.moved(a.id,e.after??null)||i()}),e.on("counts",e=>{let{type:n,request_id:a,...l}=e;s(e)&&t.setCounts(l)}),{watch:i}}({client:d,cache:u,list:O}),N=function({api:e,client:t,drafts:n,compose:a,holdMs:l,failed:s,me:i,agents:o,open:r,close:c}){return{send(e,s,i={}){let c=r();if(!c)return{code:"empty"};let d=a.quote(c),u=s?Me(e,o()):[],p={kind:"text",text:e,...d?{quote:d.message_id}:{},...u.length?{mentions:u}:{}};try{t.send({conversation_id:c,content:p,note:s,hold_ms:l(),...i.close?{then:"close"}:{}})}catch(e){return e}return n.set(c,s?"note":"reply",""),n.flush(),a.setQuote(c,null),a.setAnswered(c,null),null},undo(e,a){for(let l of[...t.items(e)].reverse()){if(a&&l.client_message_id!==a)continue;let s=t.unsend(l.client_message_id);if(!s)continue;let i=s.note?"note":"reply",o=n.get(e,i);return n.set(e,i,o?`${s.content.text}\n${o}`:s.content.text??""),i}return null},settled(e,t){"close"===e.then&&e.conversation_id&&t&&c(e.conversation_id)},heard(e){if("message"!==e.type)return;let{conversation_id:t,sender:l,note:s}=e;"agent"!==l.kind||l.id===i().id||s||n.get(t,"reply")&&a.setAnswered(t,l.name??o().find(e=>e.id===l.id)?.name??"")},async saveChange(t){let n=a.change(t);if(!n)return!1;let l=n.text.trim();if(!l)return!1;if(l===n.was)return a.setChange(t,null),!0;try{let a=n.note?Me(l,o()):[],s=n.quote?{quote:n.quote}:{};await e.editMessage(t,n.message_id,{kind:"text",text:l,...s,...a.length?{mentions:a}:{}})}catch(e){return s(e),!1}return a.setChange(t,null),!0},async recall(t,n){try{return await e.recallMessage(t,n),!0}catch(e){return s(e),!1}}}}({api:c,client:d,drafts:w,compose:k,failed:f,holdMs:()=>r.holdMs,me:()=>r.agent,agents:()=>r.agents,open:()=>r.open,close:e=>L.act(e,"close")});(function({core:{at:e,cache:t,hooks:n,touch:a},list:l,threads:s,drafts:i,compose:o,sending:r,loadContact:c,reload:d}){n.reset=d,n.placed=l.place,n.shown=t=>{t.id===e.open&&(void 0===e.seen&&(e.seen=qe(t),c(!1)),a("thread","details"))},n.entry=s.apply,n.settled=r.settled,n.forget=n=>{let a=t.rows.get(n)?.contact.id;s.drop(n),i.drop(n),o.drop(n),l.drop(n),e.contact&&e.contact.id===a&&(e.contact=null)}})({core:e,list:O,threads:v,drafts:w,compose:k,sending:N,loadContact:j,reload:R}),function({cache:e,presence:t,firstSteps:n,labels:a,canned:l,sending:s,hooks:i,at:o,loadContact:r,heard:c,client:d}){i.took=e=>{"message"===e.type&&t.spoke(e.conversation_id,e.sender),"message"===e.type&&"agent"===e.sender.kind&&n.answered(),"labels"===e.kind&&a.heard(e.labels??[]),s.heard(e)},i.told=e=>{if(e.conversation_id===o.open){("contact_changed"===e.kind||"rated"===e.kind)&&r(!0);for(let t of c)t(e)}},d.on("welcome",()=>t.forget()),d.on("progress",({conversation_id:t,mine:n,theirs:a})=>{let l=e.rows.get(t);if(!l)return;let s=Math.max(l.mine.read,n.read);e.patch(t,{mine:{received:Math.max(l.mine.received,n.received),read:s},theirs:{received:Math.max(l.theirs.received,a.received),read:Math.max(l.theirs.read,a.read)},unread:s>=l.last_sequence?0:l.unread})}),d.on("typing",t.typing),d.on("presence",n=>t.presence(n,o.open&&e.rows.get(o.open)?.visitor_id===n.member.id?o.open:null));let u={blocks:()=>r(!0),labels:()=>a.load(),canned:()=>l.stale()};d.on("settings",({area:e})=>u[e]?.())}({cache:u,presence:M,firstSteps:I,labels:x,canned:E,sending:N,hooks:e.hooks,at:r,loadContact:j,heard:$,client:d});let V={list:O,presence:M,drafts:w,compose:k,labels:x,canned:E,selection:y,firstSteps:I,links:C,threads:v,...L,send:N.send,saveChange:N.saveChange,recall:N.recall,...Ee({at:r,sending:N,notify:m}),...ye({at:r,api:c,cache:u,touch:h,failed:f,loadContact:j}),formLabels:t.form_labels??{},start(){T(O.view,!0),u.fetchCounts(),b(),B()},..._e({storage:n,selection:y,list:O,loadView:T,watch:F,touch:h,moreUntil:D}),...xe({at:r,threads:v,cache:u,markOf:qe,touch:h,clock:p,painted:i,loadContact:j,client:d}),files:z,loadContact:j,retryThread:()=>r.open&&v.reload(r.open),unsentOf:e=>r.unsent.get(e)??[],onHeard:e=>{$.add(e)}};return A(A(V,e),function({at:e,now:t,threads:n,files:a}){return{get undoable(){return!!e.notice?.action?.undo},get holding(){return!!e.open&&(e.unsent.get(e.open)??[]).some(e=>(e.hold_until??0)>t())},get contact(){return e.contact},get turning(){return e.turning},get thread(){return e.open?n.get(e.open):null},get seen(){return e.seen??null},get reading(){return e.isReading()},get unsentCount(){return[...e.unsent.values()].reduce((e,t)=>e+t.length,a.count)}}}({at:r,now:l,threads:v,files:z}))}var ze="servicedesk.files",Ae=e=>o(`common.channel_${e}`)?r(`common.channel_${e}`):e,Oe=e=>p("web"===e?"globe":"code-xml",12),Le=null,Te=null,De=null,je=null;function Re(){Le?.matches(":popover-open")&&Le.hidePopover()}function Be(e,t,n,a={}){if(Le?.matches(":popover-open")){let t=Te===e;if(Re(),t)return null}let s=Le??=function(){let e=document.createElement("div");return e.className="menu popup",e.popover="auto",e.setAttribute("role","dialog"),e.addEventListener("toggle",t=>{"closed"===t.newState&&(De?.(),De=null,je?.(),je=null,Te?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||e.contains(document.activeElement))&&Te?.focus(),Te=null,ee(null,e))}),e}();return w(s),Te=e,je=a.closed??null,s.setAttribute("aria-label",t),ee(n(),s),e.setAttribute("aria-expanded","true"),s.showPopover(),matchMedia("(max-width: 720px)").matches&&(De=l(Re)),v(s,e.getBoundingClientRect(),a.above??!1),s.querySelector("[autofocus], input, button")?.focus(),()=>Te===e&&ee(n(),s)}function Fe(e,t){let n="",l=0,s=null,i=()=>{let e=t.options(n.trim()).slice(0,50),a=e.some(e=>e.label.toLowerCase()===n.trim().toLowerCase());return{found:e,makes:!!t.create&&""!==n.trim()&&!a}},o=e=>{let{found:a,makes:l}=i();if(e<a.length)t.choose(a[e]);else{if(!l)return;t.create?.run(n.trim())}if(!t.several)return Re();n="",s?.()},r=e=>{if(e.isComposing||229===e.keyCode)return;let{found:t,makes:n}=i(),a=t.length+Number(n);"ArrowDown"===e.key||"ArrowUp"===e.key?(e.preventDefault(),l=a?(l+("ArrowDown"===e.key?1:-1)+a)%a:0,s?.(),document.getElementById(`picker-${l}`)?.scrollIntoView({block:"nearest"})):"Enter"===e.key&&(e.preventDefault(),o(l))};s=Be(e,t.label,()=>{let{found:e,makes:c}=i(),d=e.length+Number(c);l=Math.max(0,Math.min(l,d-1));let u=(e,t,n)=>K`<li
id="picker-${e}"
class="menu-item ${e===l?"picked":""}"
role="option"
aria-selected=${n}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>o(e)}
>
${t}
</li>`;return K`<input
class="picker-field"
type="text"
role="combobox"
aria-label=${t.label}
aria-expanded="true"
aria-controls="picker-list"
aria-autocomplete="list"
aria-activedescendant=${d?`picker-${l}`:""}
placeholder=${t.placeholder}
autocomplete="off"
.value=${a(n)}
@input=${e=>{n=e.target.value,l=0,s?.()}}
@keydown=${r}
/>
<ul class="picker-list" id="picker-list" role="listbox" aria-label=${t.label} aria-multiselectable=${!!t.several}>
${e.map((e,t)=>u(t,K`${e.mark?K`<span class="menu-mark">${e.mark}</span>`:X}<span class="menu-label">${e.label}${e.more?K`<small class="menu-more">${e.more}</small>`:X}</span>${e.hint?K`<span class="menu-hint">${e.hint}</span>`:X}${e.checked?K`<span class="menu-check">${p("check")}</span>`:X}`,!!e.checked))}
${c?u(e.length,K`<span class="menu-mark">${p("plus")}</span><span class="menu-label">${t.create?.label(n.trim())}</span>`,!1):X}
</ul>
${d?X:K`<p class="picker-nothing" role="status">${t.nothing}</p>`}`})}var Ne=e=>e.selection.size>0?e.selection.ids:e.openId?[e.openId]:[];async function Ve(e,t,n,a={}){if(1!==t.length||e.selection.has(t[0]))return e.selection.clear(),e.actOnAll(t,n,a);let l="assign"===n||"label"===n||"unlabel"===n;return e.act(t[0],n,a,l)}function Ue(e,t,n=Ne(e)){if(0===n.length)return;let a=e.agent.id,l=function(e,t){let n=new Set(t.map(t=>e.cache.rows.get(t)).flatMap(e=>{return e?[(t=e,t.agent_id)]:[];var t}));return 1===n.size?[...n][0]:void 0}(e,n),s=e.agents.filter(e=>e.active&&e.id!==a),i=t=>()=>Ve(e,n,"assign",{agent_id:t}),o=e=>K`${f(e,"small")}`;k(t,r("thread.assign"),[{items:[{label:r("thread.assign_me"),hint:"M",mark:o(e.agent),checked:l===a,run:i(a)}]},{label:s.length?r("thread.colleagues"):void 0,items:s.map(e=>({label:e.name,hint:r(`agent.state_${e.online?e.availability:"offline"}`),mark:o(e),checked:l===e.id,run:i(e.id)}))},{items:[{label:r("thread.assign_nobody"),checked:null===l,run:i(null)}]}])}function Pe(e){let t=t=>new Date(e.getFullYear(),e.getMonth(),e.getDate()+t,9);return{hours:new Date(e.getTime()+108e5),tomorrow:t(1),monday:t((8-e.getDay())%7||7)}}var He=e=>new Date(e.getTime()-6e4*e.getTimezoneOffset()).toISOString().slice(0,16);function Ke(e,t,n=Ne(e)){0!==n.length&&k(t,r("thread.snooze"),[{items:Object.entries(Pe(new Date)).map(([t,a])=>({label:r(`thread.snooze_${t}`),hint:"monday"===t?N(a):U(a.toISOString()),run:()=>Ve(e,n,"snooze",{until:a.toISOString()})}))},{items:[{label:r("thread.snooze_reply"),run:()=>Ve(e,n,"snooze",{until:null})},{label:r("thread.snooze_at"),run:()=>setTimeout(()=>function(e,t,n){let{tomorrow:a}=Pe(new Date);Be(t,r("thread.snooze"),()=>K`<form
class="popup-form"
@submit=${t=>{t.preventDefault();let{until:a}=t.target.elements,l=new Date(a.value);if(Number.isNaN(l.getTime())||l.getTime()<=Date.now())return a.focus();Re(),Ve(e,n,"snooze",{until:l.toISOString()})}}
>
<label for="snooze-until">${r("thread.snooze_until")}</label>
<input id="snooze-until" name="until" type="datetime-local" required min=${He(new Date)} .value=${He(a)} />
<button class="button primary">${r("thread.snooze")}</button>
</form>`)}(e,t,n))}]}])}function We(e,t,n=Ne(e)){if(0===n.length)return;let a=[...n],l=t=>a.every(n=>e.cache.rows.get(n)?.labels.includes(t)),s=t=>{let n=l(t)?"unlabel":"label";e.labels.expect(t),1===a.length?e.act(a[0],n,{labels:[t]},!0):e.actOnAll(a,n,{labels:[t]})};Fe(t,{label:r("thread.labels"),placeholder:r("thread.labels_find"),nothing:r("thread.labels_none"),several:!0,options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:K`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,hint:t.conversations?String(t.conversations):void 0,checked:l(t.name)})),choose:e=>s(e.label),create:{label:e=>r("thread.labels_create",{name:e}),run:s}})}var Qe=(e,t)=>t-Date.parse(e)<6e4?r("thread.waited_now"):r("thread.waited",{time:B(e,t)});function Ye(e,t){let n=e.presence.writing(t).filter(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id),a=e.presence.viewing(t,e.agent.id),l=n[0]?.member.id??a[0];return l?{id:l,name:e.agentName(l)??n[0]?.member.name??"",writing:n.length>0,more:new Set([...n.map(e=>e.member.id),...a]).size-1}:null}var Ze=[..."😀😄😁😅😂🙂😊😉😍😘😋😎🤗🤔😐😏😴😌😔😢😭😤😡😱😳🥰🤩🥳😇🤝👍👎👌✌🙏👏💪👋🤞💐🌹🌸🍵🎁🎉🎂🎈❤💔💯✨🔥⭐☀🌙☔📦🚚🛒💰📷📞⏰✅"].slice(0,64).map(e=>/[\u2600-\u27bf\u2b50\u23f0]/.test(e)?`${e}️`:e);function Je({text:e,start:t,end:n},a){let l=a.length,s=e.slice(t,n);return e.slice(t-l,t)===a&&e.slice(n,n+l)===a?{text:e.slice(0,t-l)+s+e.slice(n+l),start:t-l,end:n-l}:s.length>=2*l&&s.startsWith(a)&&s.endsWith(a)?{text:e.slice(0,t)+s.slice(l,-l)+e.slice(n),start:t,end:n-2*l}:{text:e.slice(0,t)+a+s+a+e.slice(n),start:t+l,end:n+l}}function Xe({text:e,start:t,end:n}){let a=e.slice(t,n),l=/^https?:\/\/\S+$/.test(a)?a:"https://",s=l===a?"":a,i=t+s.length+3,o=`${e.slice(0,t)}[${s}](${l})${e.slice(n)}`;return l===a?{text:o,start:t+1,end:t+1}:{text:o,start:i,end:i+l.length}}var Ge=/^(- |\d+\. )/;function et({text:e,start:t,end:n},a){let l=e.lastIndexOf("\n",t-1)+1,s=e.indexOf("\n",n)<0?e.length:e.indexOf("\n",n),i=e.slice(l,s).split("\n"),o=i.every(e=>Ge.test(e)&&/^\d/.test(e)===a),r=i.map((e,t)=>(o?"":a?`${t+1}. `:"- ")+e.replace(Ge,"")).join("\n"),c=e.slice(0,l)+r+e.slice(s);return 1===i.length?{text:c,start:l+r.length,end:l+r.length}:{text:c,start:l,end:l+r.length}}function tt(e,{from:t,to:n},a){let l=t+a.length;return{text:e.slice(0,t)+a+e.slice(n),start:l,end:l}}var nt={canned:"thread.canned",mention:"thread.mention",emoji:"thread.emoji"};function at({at:e,options:t,desk:n,close:a}){return{view(){if(!e.ask)return X;let l=t();return 0===l.length?"canned"===e.ask.kind&&"ready"===n.canned.phase?K`<p class="suggest suggest-nothing" role="status">${r("thread.canned_none")}</p>`:X:K`<ul class="suggest" id="suggest" role="listbox" aria-label=${r(nt[e.ask.kind])}>
${l.map((t,n)=>K`<li
id="suggest-${n}"
class="menu-item ${n===e.at?"picked":""}"
role="option"
aria-selected=${n===e.at}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>{a(),t.take()}}
>
${t.mark?K`<span class="menu-mark">${t.mark}</span>`:X}<span class="menu-label">${t.label}${t.more?K`<small class="menu-more">${t.more}</small>`:X}</span
>${t.hint?K`<span class="menu-hint">${t.hint}</span>`:X}
</li>`)}
</ul>`}}}var lt=e=>{let t=Math.round(e/1e3);return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};function st({locale:e,onWords:t,onEnd:n}){let a=window,l=a.SpeechRecognition??a.webkitSpeechRecognition,s=null;return{canSpeak:!(!a.speechSynthesis||!a.SpeechSynthesisUtterance),canListen:!!l,speak(t){let n=new a.SpeechSynthesisUtterance(t);n.lang=e,a.speechSynthesis.speak(n)},hush:()=>a.speechSynthesis?.cancel(),get listening(){return!!s},listen(){if(s)return s.stop();s=new l,s.lang=e,s.interimResults=!1,s.onresult=e=>{for(let n of[...e.results].slice(e.resultIndex))n.isFinal&&t(n[0].transcript)},s.onend=s.onerror=()=>{s=null,n()},s.start()}}}function it(e,t){let n=e=>{let t=[...e.currentTarget.children],n=function(e,t){let n={ArrowRight:1,ArrowLeft:-1,ArrowDown:8,ArrowUp:-8}[e];return n?Math.min(Ze.length-1,Math.max(0,t+n)):null}(e.key,t.indexOf(document.activeElement));if(null!==n){e.preventDefault();for(let[e,a]of t.entries())a.tabIndex=e===n?0:-1;t[n].focus()}};Be(e,r("thread.emoji"),()=>K`<div class="emoji-grid" role="group" aria-label=${r("thread.emoji")} @keydown=${n}>
${Ze.map((e,n)=>K`<button
type="button"
tabindex=${n?-1:0}
@click=${()=>{Re(),t(e)}}
>
${e}
</button>`)}
</div>`,{above:!0})}var ot=/Mac|iPhone|iPad/.test(navigator.platform),rt=ot?"⌘↵":"Ctrl ↵";function ct({at:e,attach:t,insert:n,suggest:a,mark:l,say:s,speech:i,dictate:o,send:c,tray:d,sendOn:u}){let h=(e,t,n,a,l=!1,s)=>{let i=r(`thread.tool_${t}`);return K`<button
class="icon-button composer-tool"
type="button"
data-tool=${t}
aria-label=${i}
aria-haspopup=${l?"dialog":X}
aria-pressed=${s??X}
title=${n?`${i} · ${n}`:i}
@click=${a}
>
${p(e,18)}
</button>`},m=!!navigator.mediaDevices&&"MediaRecorder"in window,f=ot?"⌘":"Ctrl ",g=e=>{let{tomorrow:t}=Pe(new Date);k(e.currentTarget,r("thread.send_more"),[{items:[{label:r("thread.send_close"),mark:p("check",16),hint:ot?"⌘⇧↵":"Ctrl ⇧ ↵",run:()=>c(!0)},{label:r("thread.send_snooze"),mark:p("alarm-clock",16),run:()=>c(!1,t.toISOString())}]}],{above:!0})};return{toolbar:c=>K`<div class="composer-tools" role="toolbar" aria-label=${r("thread.tools")} data-open=${e.tools}>
${h("paperclip","attach","F",t)}
${h("smile","emoji","",e=>it(e.currentTarget,n),!0)}
${h("square-slash","canned","/",e=>a.pickCanned(e.currentTarget),!0)}
${c?h("at-sign","mention","@",()=>n("@")):X}
${h("bold","bold",`${f}B`,l(e=>Je(e,"**")))}
${h("list","list",`${f}⇧8`,l(e=>et(e,!1)))} ${h("link","link",`${f}U`,l(Xe))}
${m?h("audio-lines","voice","",s):X}
${i.canListen?h("mic","dictate","",o,!1,i.listening):X}
</div>`,goView:(e,t,n)=>K`<span class="composer-go">
<button class="button primary composer-send" ?disabled=${V(e)&&(n||!d.count)}>
<span class="no-phone">${r(n?"thread.save":t?"thread.add_note":"thread.send")}</span
><kbd class="no-phone" aria-hidden="true">${"enter"===u()?"↵":rt}</kbd
><span class="only-phone">${p("arrow-up",22)}<span class="hidden">${r(t?"thread.add_note":"thread.send")}</span></span>
</button>
${t||n?X:K`<button
class="button primary composer-also"
type="button"
aria-label=${r("thread.send_more")}
aria-haspopup="menu"
aria-expanded="false"
?disabled=${V(e)}
@click=${g}
>
${p("chevron-down",16)}
</button>`}</span
>`}}var dt=CSS.supports("field-sizing: content");function ut({ui:e,choose:t}){let n=t=>{"ArrowLeft"!==t.key&&"ArrowRight"!==t.key||(t.preventDefault(),e.tab.value="reply"===e.tab.value?"note":"reply",document.getElementById(`tab-${e.tab.value}`)?.focus())};return a=>K`<button
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
${r(`thread.tab_${a}`)}
</button>`}function pt({desk:e,ui:t,suggest:n,onFiles:l,send:s,tabButton:i,choose:c,dismiss:d,tray:u,onInput:h,onKey:m,at:f,voiceView:g,toolbar:b,hint:v,goView:w}){return{view:()=>{let k=e.row,y=e.openId;if(!y||!e.thread)return X;let x=e.compose.change(y),_=x?null:e.compose.quote(y),M=e.compose.answered(y),S=x?x.note:"note"===t.tab.value,I=x?x.text:e.drafts.get(y,t.tab.value),q=t.phone.value?Ye(e,y):null,E=r(S?"thread.note_placeholder":"closed"===k?.state?"thread.closed_placeholder":"thread.placeholder");return K`${n.view()}${q?.writing?K`<div class="collision" role="status">${r("thread.collision",{name:q.name})}${$}</div>`:M?K`<div class="collision" role="status">${r("thread.answered",{name:M})}</div>`:X}
<form
class="composer ${S?"composer-note":""}"
aria-label=${r("thread.composer")}
@paste=${l}
@submit=${e=>{e.preventDefault(),s()}}
>
<div class="composer-top">
<div class="composer-tabs" role="tablist" aria-label=${r("thread.composer")}>${i("reply")}${i("note")}</div>
<span class="composer-goes">
${S?K`${p("lock",14)} ${r("thread.note_private")}`:K`${Oe(k?.channel??"web")} ${(e=>o(`thread.goes_${e}`)?r(`thread.goes_${e}`):r("thread.goes_api"))(k?.channel??"web")}`}
</span>
</div>
<button
class="icon-button only-phone composer-switch"
type="button"
aria-label=${r("thread.tab_note")}
aria-pressed=${S}
@click=${()=>c(S?"reply":"note")}
>
${p("lock",20)}
</button>
${x||_?K`<div class="composer-strip">
${p(x?"pencil-line":"undo-2",14)}
<span>${x?r("thread.changing"):r("thread.quoting",{name:_?.name??"",text:_?.text??""})}</span>
<button class="icon-button" type="button" aria-label=${r("thread.leave_it")} @click=${d}>${p("x",16)}</button>
</div>`:X}
${x?X:u.view()}
<textarea
id="composer-text"
rows="1"
.value=${a(I)}
placeholder=${E}
aria-label=${r(S?"thread.note_label":"thread.reply_label")}
aria-autocomplete="list"
aria-controls=${n.isOpen?"suggest":X}
aria-activedescendant=${n.active()||X}
@input=${h}
@keydown=${m}
@blur=${n.close}
></textarea>
<button
class="icon-button only-phone composer-more"
type="button"
aria-label=${r("thread.tools")}
aria-expanded=${f.tools}
@click=${()=>{f.tools=!f.tools,e.touch("composer")}}
>
${p(f.tools?"x":"plus",22)}
</button>
${f.voice?g(f.voice):X}
<div class="composer-bottom" ?hidden=${!!f.voice}>
${b(S)}
<span class="composer-hint">${v()}</span>
${w(I,S,!!x)}
</div>
</form>`}}}var ht=[1,7,30,0],mt=null;function ft(e){mt=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var gt=null;async function bt(e,t,n){let a=gt;if(!a||a.busy||a.name!==t)return;let l=a.text.trim();if(l===(n??""))return $t(e);a.busy=!0,a.wrong=await e.changeContact({[t]:l||null}),a.busy=!1,gt===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):$t(e))}function $t(e,t=!1){let n=gt?.name;gt=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function vt(e,t,n){gt={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function wt(e,t,n){let a=r("contact.change",{what:r(`contact.field_${t}`).toLowerCase()});return K`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>vt(e,t,n)}>
${p("pencil-line",14)}
</button>`}var kt=(e,t)=>gt?.name===t&&gt.contact===e.contact?.id;function yt(e,t,n,l,s=null,i={}){let c=e.contact?.id??"",d=r(`contact.field_${n}`),u=gt?.contact===c&&gt.name===n?gt:null,h=a=>{a.isComposing||229===a.keyCode||("Escape"===a.key?(a.stopPropagation(),$t(e,!0)):"Enter"===a.key&&(t||a.metaKey||a.ctrlKey)&&(a.preventDefault(),bt(e,n,l)))};if(t&&!l&&!u)return X;let m=u?(()=>{let s=u?.wrong,i=s&&(o(`contact.wrong_${n}`)&&"invalid"===s?r(`contact.wrong_${n}`):r(o(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),c=e=>u&&(u.text=e.target.value),p=()=>bt(e,n,l),m=t?K`<input id="contact-${n}" class="edit-field" aria-label=${d} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:X} maxlength="254" .value=${a(u?.text??"")} @input=${c} @keydown=${h} @blur=${p} />`:K`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${d} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:X} maxlength="2000" .value=${a(u?.text??"")} @input=${c} @keydown=${h} @blur=${p}></textarea>`;return K`${m}${s?K`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${i}</p>`:X}`})():l?K`${s?K`<a href=${s}>${l}</a>`:K`<span class=${t?"":"note-lines"}>${l}</span>`}${i.mark??X}${i.fixed?X:wt(e,n,l)}${i.below??X}`:K`<button class="text-button quiet" id="edit-${n}" @click=${()=>vt(e,n,l)}>${r("contact.add",{what:d.toLowerCase()})}</button>`;return t?K`<div class="fact">
<dt title=${d}>${p(t,16)}<span class="hidden">${d}</span></dt>
<dd class="edit">${m}</dd>
</div>`:K`<div class="edit-note">${m}</div>`}var xt=new Intl.DisplayNames(i,{type:"language"}),_t=new Map;function Mt(e){try{return e?new URL(e).host:null}catch{return null}}var St=(e,t,n)=>n?K`<div class="fact">
<dt title=${t}>${p(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:X,It=["name","email","phone"],qt=e=>r(e.verified?g(e)?"common.verified":"contact.id_verified":"contact.unverified");function Et(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>K`<p class="fact-other">${r(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function Ct(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?K`<span class="verified" role="img" aria-label=${r("contact.proven")} title=${r("contact.proven")}>${p("badge-check",14)}</span>`:"said"===n&&e.verified?K`<span class="fact-unproven">${r("contact.unproven")}</span>`:X,below:Et(e,t)}}function zt(e,t,n){e.ticks.details.value,e.ticks.thread.value;let l=t.now.value;if(e.turning)return Z;let s=e.row;if(!s)return X;let{contact:o}=e,d=o?.data??null,u=d??s.contact,f={...s.contact,name:u.name,name_source:d?d.sources.name:s.contact.name_source},$=t.phone.value,v=d?function(e,t){let{device:n,time_zone:a}=e,l=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",s="";try{a&&(s=function(e){let t=_t.get(e)??new Intl.DateTimeFormat(i,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return _t.set(e,t),t}(a).format(t))}catch{}return{device:l,local:s&&r("contact.local_time",{time:s})}}(d,l):{device:"",local:""},w=d?r("contact.since",{month:J(d.created_at,l)}):"";return K`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${m({id:s.contact.id,name:u.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${h({...s.contact,name:u.name})}</span>${g(f)?b(!0):X}${d?.name&&"proven"!==d.sources.name?wt(e,"name",d.name):X}
</h2>
<p>${[qt(f),w].filter(Boolean).join(" · ")}</p>
${d?Et(d,"name"):X}
</div>
${t.narrow.value?K`<button class="icon-button" aria-label=${r("common.close")} @click=${()=>t.details.set(!1)}>${p("x",20)}</button>`:X}
${d?K`<dl class="facts">
${kt(e,"name")?yt(e,"user","name",d.name):X}
${yt(e,"mail","email",d.email,$?null:`mailto:${d.email}`,Ct(d,"email"))}
${yt(e,"phone","phone",d.phone,$?null:`tel:${d.phone}`,Ct(d,"phone"))}
${yt(e,"map-pin","city",d.city)} ${St("id-card",r("contact.user_id"),d.user_id)}
${St("languages",r("contact.language"),d.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return xt.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(d.locale))}
${St("monitor-smartphone",r("contact.device"),v.device)} ${St("clock",r("contact.clock"),v.local)}
</dl>`:X}
<div class="who-labels">
${s.labels.map(t=>K`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${r("thread.labels")} · T`}
@click=${t=>We(e,t.currentTarget,[s.id])}
>
${p("plus",14)} ${r("thread.labels")}
</button>
${d?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!kt(e,n)).map(t=>K`<button class="text-button quiet" id="edit-${t}" @click=${()=>vt(e,t,null)}>
${p("plus",14)} ${r(`contact.field_${t}`)}
</button>`)}(e,d):X}
</div>
${((e,t)=>K`<div class="tiles only-phone">
${t?.phone?K`<a class="tile" href="tel:${t.phone}">${p("phone",20)}${r("contact.call")}</a>`:X}
${t?.email?K`<a class="tile" href="mailto:${t.email}">${p("mail",20)}${r("contact.mail")}</a>`:X}
<button class="tile" aria-haspopup="menu" @click=${t=>Ue(e,t.currentTarget)}>
${p("user-plus",20)}${r("contact.hand_over")}
</button>
</div>`)(e,d)}
</section>
${"failed"===o?.phase?K`<p class="panel-note" role="alert">
${r("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${r("common.retry")}</button>
</p>`:X}
${d?K`${((e,t,n)=>t.block?K`<section class="panel">${function(e,t,n){let{id:a,reason:l,agent_id:s,blocked_at:i,until:o}=t.block,c=s?e.agentName(s):null,d=[c?r("contact.blocked_by",{name:c}):null,H(i,n),o?r("contact.blocked_until",{time:te(o)}):null];return K`<div class="blocked" role="status">
${p("lock",16)}
<div>
<strong>${r("contact.blocked")}</strong>
${l?K`<p>${l}</p>`:X}
<p class="blocked-facts">${d.filter(Boolean).join(" · ")}</p>
</div>
<button class="text-button" @click=${()=>e.unblock(a)}>${r("contact.unblock")}</button>
</div>`}(e,t,n)}</section>`:X)(e,d,l)}${function(e,t,n){if(!e.page)return X;let{url:a,title:l,referrer:s,at:i}=e.page,o=Mt(s),d=[o&&o!==Mt(a)?r("contact.from",{host:o}):null,c("contact.visits",e.visits)];return K`<section class="panel">
<div class="panel-head"><h3>${r(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${l||Mt(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${B(i??"",t)}</p>
<p class="looking-more">${d.filter(Boolean).join(" · ")}</p>
</section>`}(d,l,e.presence.customer(String(e.openId))??!!d.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],l=Object.entries(e.attributes??{}).filter(([e,t])=>!(It.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),s=e.events??[];return K`${l.length?K`<section class="panel">
<div class="panel-head"><h3>${r("contact.attributes")}</h3><span>${r("contact.unproven")}</span></div>
<dl class="said">${l.map(([e,t])=>K`<div><dt>${n[e]??(It.includes(e)?r(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?r(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:X}${s.length?K`<section class="panel">
<div class="panel-head"><h3>${r("contact.events")}</h3></div>
<dl class="said">
${s.map(e=>K`<div><dt>${e.name}</dt><dd>${H(e.at,t)}</dd></div>`)}
</dl>
</section>`:X}`}(d,l,e.formLabels)}${function(e,t,n,a){let l=t.conversations.filter(t=>t.id!==e.openId);return 0===l.length?X:K`<section class="panel">
<div class="panel-head"><h3>${r("contact.before")}</h3><span>${l.length}</span></div>
<ul class="earlier">
${l.map(e=>K`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${p("message-circle",16)}
<span class="earlier-text">${L(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||r("inbox.no_message")}</span>
<span class="earlier-when">${H(e.updated_at,n)} · ${r(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,d,l,n)}
<section class="panel">
<div class="panel-head"><h3>${r("contact.field_note")}</h3></div>
${yt(e,null,"note",d.note)}
</section>
${function(e,t){if(t.block)return X;let n=mt?.contact===t.id;return K`<section class="panel">
${n?((e,t)=>K`<form
class="block-form"
@submit=${n=>{n.preventDefault(),async function(e,t){let n=mt;if(!n||n.busy)return;n.busy=!0;let a={reason:n.reason.trim()||null,until:n.days?new Date(Date.now()+864e5*n.days).toISOString():null},l=[{contact_id:t.id},...n.address&&t.address?[{address:t.address}]:[]],s=await e.block(l.map(e=>({...e,...a})));n.busy=!1,s&&mt===n&&ft(e)}(e,t)}}
@keydown=${t=>{"Escape"===t.key&&(t.stopPropagation(),ft(e))}}
>
<p>${r("contact.block_means")}</p>
<label for="block-reason">${r("contact.block_reason")}</label>
<input
id="block-reason"
class="edit-field"
maxlength=${200}
autocomplete="off"
.value=${a(mt?.reason??"")}
@input=${e=>mt&&(mt.reason=e.target.value)}
/>
<label for="block-days">${r("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>mt&&(mt.days=Number(e.target.value))}>
${ht.map(e=>K`<option value=${e} ?selected=${mt?.days===e}>${r(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?K`<label class="check"
><input
type="checkbox"
.checked=${a(mt?.address??!1)}
@change=${e=>mt&&(mt.address=e.target.checked)}
/><span>${r("contact.block_address",{address:t.address})}</span></label
>`:X}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>ft(e)}>${r("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${mt?.busy??!1}>${r("contact.block")}</button>
</div>
</form>`)(e,t):K`<button class="text-button quiet" id="block" @click=${()=>function(e,t){mt={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${p("lock",14)} ${r("contact.block")}</button>`}
</section>`}(e,d)}`:X}`}var At="servicedesk.list_width",[Ot,Lt,Tt]=[280,340,560],Dt={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},jt=2*Math.PI*15;function Rt({name:e,done:t}){let n=r(`inbox.step_${e}`);if(t)return K`<li class="done">${p("circle-check",18)}<span>${n}</span><span class="hidden">${r("inbox.step_done")}</span></li>`;let a="site"===e&&ie(location.origin),l=Dt[e];return K`<li>
<a href=${l} target=${"/demo"===l?"_blank":X} rel=${"/demo"===l?"noopener":X}>${p("circle",18)}<span>${n}${a?K`<small class="step-trouble">${r(`inbox.step_site_${a}`)}</small>`:X}</span>${p("chevron-right")}</a>
</li>`}function Bt(e,t,n){let a=[],l=0,s=null;return e.forEach((e,i)=>{t&&e.group!==s&&(s=e.group,a.push({kind:"head",key:`head:${s}:${i}`,group:s,top:l,height:n.head}),l+=n.head),a.push({kind:"row",key:e.id,id:e.id,index:i,top:l,height:n.row}),l+=n.row}),{sections:a,height:l}}var Ft=["mine","unassigned","open"],Nt=(e,t,n)=>{let a=new Map;for(let l=t;l<=n;l++)a.set(e[l],l);return a},Vt=le(class extends se{constructor(e){if(super(e),e.type!==ne.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;void 0===n?n=t:void 0!==t&&(a=t);let l=[],s=[],i=0;for(let t of e)l[i]=a?a(t,i):i,s[i]=n(t,i),i++;return{values:s,keys:l}}render(e,t,n){return this.dt(e,t,n).values}update(a,[l,s,i]){let o=t(a),{values:r,keys:c}=this.dt(l,s,i);if(!Array.isArray(o))return this.ut=c,r;let d,u,p=this.ut??=[],h=[],m=0,f=o.length-1,g=0,b=r.length-1;for(;m<=f&&g<=b;)if(null===o[m])m++;else if(null===o[f])f--;else if(p[m]===c[g])h[g]=re(o[m],r[g]),m++,g++;else if(p[f]===c[b])h[b]=re(o[f],r[b]),f--,b--;else if(p[m]===c[b])h[b]=re(o[m],r[b]),oe(a,h[b+1],o[m]),m++,b--;else if(p[f]===c[g])h[g]=re(o[f],r[g]),oe(a,o[m],o[f]),f--,g++;else if(void 0===d&&(d=Nt(c,g,b),u=Nt(p,m,f)),d.has(p[m]))if(d.has(p[f])){let e=u.get(c[g]),t=void 0!==e?o[e]:null;if(null===t){let e=oe(a,o[m]);re(e,r[g]),h[g]=e}else h[g]=re(t,r[g]),oe(a,o[m],t),o[e]=null;g++}else n(o[f]),f--;else n(o[m]),m++;for(;g<=b;){let e=oe(a,h[b+1]);re(e,r[g]),h[g++]=e}for(;m<=f;){let e=o[m++];null!==e&&n(e)}return this.ut=c,e(a,h),Z}});function Ut(e){let t=e.cache.counts;if(!t)return X;if(0!==t.all)return K`<div class="empty empty-quiet">
<p>${r("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${r("inbox.choose_keys")} <kbd>↵</kbd> ${r("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return K`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${r("inbox.nobody")}</h2>
<p>${r("inbox.nobody_why")}</p>
<div class="empty-actions">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${p("store",18)}${r("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return K`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${r(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):X}
</div>
${e.firstSteps.allowed?K`<p class="empty-hint">${r("inbox.demo_hint")}</p>`:X}
</div>`}var Pt={row:72,head:34},Ht={row:76,head:38};function Kt({desk:e,unseen:t,order:n,here:a,focusRow:l,laid:s,stretch:i}){return{pill:()=>{e.ticks.list.value;let o=t(),r=new Set(n()),d=e.list.waiting+o.filter(t=>r.has(t)||!e.list.has(t)).length;if(!d)return X;let u=o.length>0&&(s().sections.find(e=>e.key===o[0])?.top??1/0)>i.value.top;return K`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=o;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>l(t)))):a.scroller?.scrollTo(0,0)}}>${p(u?"arrow-down":"arrow-up",14)} ${c("inbox.new",d)}</button>`}}}function Wt(e,t,n){let a={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:l,laid:s,arrived:i,onScroll:o,unseen:d}=function({ui:e,desk:t,here:n}){let a=T({top:0,height:900}),l=new Set,s=()=>e.phone.value?Ht:Pt,i=()=>{let[e,a,l]=[t.list.shown,"open"===t.list.view&&"waiting"===t.list.sort&&null===t.list.label,s()];return(n.known.shown!==e||n.known.grouped!==a||n.known.tall!==l)&&(n.known={shown:e,grouped:a,tall:l,...Bt(e,a,l)}),n.known};return{stretch:a,laid:i,arrived:l,onScroll:()=>{if(!n.scroller)return;let{scrollTop:e,clientHeight:l}=n.scroller;(Math.abs(e-a.value.top)>80||l!==a.value.height)&&(a.value={top:e,height:l}),t.list.hold("scrolled",e>8);let{height:o}=i();o-e-l<12*s().row&&t.more()},unseen:()=>{let{top:n,height:s}=a.value;for(let a of l){let o=t.cache.rows.get(a),r=i().sections.find(e=>e.key===a),c=r&&r.top+r.height/2>n&&r.top+r.height/2<n+s&&e.sees("inbox")&&"visible"===document.visibilityState;(!o?.waiting_since||a===t.openId||c||!t.list.takes(o))&&l.delete(a)}return[...l]}}}({ui:t,desk:e,here:a}),{aimAt:u,showView:v,step:w,aimed:y,focusRow:x}=function({here:e,desk:t,stretch:n,laid:a}){let l=n=>{e.focused=n,t.touch("list")},s=s=>{e.walked={id:s,open:t.openId},l(s);let i=a().sections.find(e=>e.key===s);if(e.scroller&&i){let{scrollTop:t,clientHeight:a}=e.scroller;i.top<t?e.scroller.scrollTop=i.top-40:i.top+i.height>t+a&&(e.scroller.scrollTop=i.top+i.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(s)}"]`)?.focus({preventScroll:!0})};return{aimAt:l,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},l(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let l=a.findIndex(n=>n.id===(e.focused??t.openId)),i=l>=0?l+n:n>0?e.lastAt:e.lastAt-1,o=Math.max(0,Math.min(a.length-1,i));e.lastAt=o,s(a[o].id),o>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:s}}({here:a,desk:e,stretch:l,laid:s}),{choosing:S,order:I,all:q,chooseAll:E,endChoosing:C,nextTo:z}=function({desk:e}){let t=T(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.cache.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:e}),{pointed:A,onClick:O,onOver:j,onEnter:R,onLeave:F}=function({desk:e,choosing:t,ui:n,here:a,open:l,aimAt:s,order:i}){let o=T(null);return{pointed:o,onClick:o=>{let r=o.target,c=r.closest(".place")?.dataset.id;if(!c)return;let d=r.closest("[data-action]");if(d)return((t,n)=>{let{action:a}=n.dataset;"take"===a?Ve(e,[t],"assign",{agent_id:e.agent.id}):"snooze"===a?Ke(e,n,[t]):Ve(e,[t],"close"===a?"close":"reopen")})(c,d);let u=r.closest(".row-check");return u||(e=>e.target.closest?.(".row"))(o)&&!o.ctrlKey&&!o.metaKey&&!o.button?(o.preventDefault(),o.shiftKey||u||t.value&&n.phone.value?(s(c),void(o.shiftKey?e.selection.range(c,i()):e.selection.toggle(c))):(a.focused=c,void l(c))):void 0},onOver:t=>{clearTimeout(a.hover);let n=t.target.closest(".place")?.dataset.id;"mouse"===t.pointerType&&(o.value=n??null),n&&(a.hover=setTimeout(()=>e.threads.prefetch(n),120))},onEnter:t=>"mouse"===t.pointerType&&e.list.hold("pointer",!0),onLeave:()=>{clearTimeout(a.hover),o.value=null,e.list.hold("pointer",!1)}}}({desk:e,choosing:S,ui:t,here:a,open:n,aimAt:u,order:I}),{viewsMenu:N,sortMenu:V,filterMenu:U,countOf:P,again:Q}=function({desk:e,showView:t,choosing:n,here:a,aimAt:l}){let s=t=>e.cache.counts?.[t]??"",i=t=>{a.scroller?.scrollTo(0,0),l(null),e.arrangeBy(t)};return{viewsMenu:a=>{let l=_.filter(e=>"snoozed"!==e||Number(s("snoozed"))>0);k(a.currentTarget,r("inbox.views"),[{items:l.map(n=>({label:r(`inbox.view_${n}`),hint:String(s(n)),checked:n===e.list.view,run:()=>t(n)}))},{items:[{label:r("inbox.choose_many"),hint:"X",mark:p("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>k(t.currentTarget,r("inbox.sort"),[{items:["waiting","newest"].map(t=>({label:r(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>i({sort:t})}))}]),filterMenu:t=>Fe(t.currentTarget,{label:r("inbox.filter"),placeholder:r("thread.labels_find"),nothing:r("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:K`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>i({label:t.label===e.list.label?null:t.label})}),countOf:s,again:i}}({desk:e,showView:v,choosing:S,here:a,aimAt:u}),{body:Y,emptyWords:Z}=function({desk:e,ui:t,laid:n,stretch:a,here:l,choosing:s,pointed:i}){let o=()=>K`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>K`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:o,height:d}=n(),{top:u,height:v}=a.value,w=function(e,t,n){let a=0,l=e.length;for(;a<l;){let n=a+l>>1;e[n].top+e[n].height<=t?a=n+1:l=n}let s=a;for(;s<e.length&&e[s].top<n;)s+=1;return e.slice(a,s)}(o,u-360,u+v+360),k=t.now.value,y=e.list.page.cursor?-1:e.list.shown.length,x=l.focused??e.openId??e.list.shown[0]?.id,_=e.list.shown.some(e=>e.id===x)?x:e.list.shown[0]?.id;return K`<div class="list-space ${s.value||e.selection.size?"choosing":""}" .style=${`height:${d}px`}>
${Vt(w.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&K`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${r(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.cache.counts;if(!n)return"";let[a,l]=[n.open??0,n.waiting??0];return"us"===t?l:a-l})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${r("inbox.list")}>
${Vt(w.filter(e=>"row"===e.kind),e=>e.key,t=>{let n="row"===t.kind&&e.cache.rows.get(t.id);if(!n||"row"!==t.kind)return X;let a=e.selection.has(n.id);return K`<div
class="place ${a?"chosen":""}"
data-id=${n.id}
role="listitem"
aria-setsize=${y}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,n){let a=t.id===e.openId&&e.reading?0:t.unread,l=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,s=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return K`<a
class="row ${a>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${n.open?"true":"false"}
tabindex=${n.focus?0:-1}
>
${m(t.contact,K`<span class="channel">${Oe(t.channel)}</span>${t.online?K`<i class="presence on"></i>`:X}`)}
<span class="row-name"><span class="name">${h(t.contact)}</span>${t.online?K`<span class="hidden">${r("agent.state_online")}</span>`:X}${g(t.contact)?b(!0):X}</span>
<span class="row-wait">${function(e,t){if("closed"===e.state)return K`<span>${H(e.updated_at,t)}</span>`;if(e.waiting_since){let n=B(e.waiting_since,t);return K`<span title=${G(e.waiting_since)}><span class="hidden">${r("inbox.waits")} </span>${n}</span>`}return K`<span title=${G(e.updated_at)}>${H(e.updated_at,t)}</span>`}(t,n.now)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return K`<span class="failed" role="img" aria-label=${r("inbox.failed")}>${p("circle-alert",14)}</span> ${D(a.content)}`;let l=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(l)return K`<span class="typing">${$}</span> ${l.preview??K`<span>${r("inbox.typing")}</span>`}`;let s=t.id===e.openId?null:e.drafts.of(t.id);if(s)return K`<span class="draft">${r("inbox.draft")}</span> ${s}`;let i=n.at(-1);if(i)return r("inbox.you",{text:D(i.content)??""});let o=t.last_message;if(!o)return r("inbox.no_message");let c=L(o.text,o.media_type,o.sender.kind)??r("thread.recalled");return o.note?K`<span class="quiet">${r("inbox.note")}</span> ${c}`:"visitor"===o.sender.kind?c:o.sender.id===e.agent.id?r("inbox.you",{text:c}):r("inbox.by",{name:o.sender.name??e.agentName(o.sender.id)??"",text:c})}(e,t)}</span>
${M(t)&&t.id!==e.openId?K`<span class="pill pill-mention" role="img" aria-label=${r("inbox.mentioned")} title=${r("inbox.mentioned")}>@</span>`:X}
${a>0?K`<span class="pill"><span aria-hidden="true">${a>99?"99+":a}</span
><span class="hidden">${c("inbox.unread",a)}</span></span>`:X}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return K`${t.labels.slice(0,2).map(t=>K`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?K`<span>+${n}</span>`:X}`}if("closed"===t.state)return r("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?W(t.snoozed_until,n):r("thread.snooze_reply");return K`${p("alarm-clock",12)} <span title=${r("inbox.state_snoozed")}>${e}</span>`}return t.agent_id?X:r("inbox.unassigned")}(e,t,n.now)}</span>
<span class="row-who">
${s?K`<span class="writing-colleague">${$}</span>`:X}
${l?.name?K`${f(l,"tiny")}<span class="hidden">${r("inbox.assigned_to",{name:l.name})}</span>`:X}
</span>
</a>`}(e,n,{now:k,index:t.index,count:y,focus:_===n.id,open:e.openId===n.id})}
${a||i.value===n.id||s.value||e.selection.size?K`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${a} aria-label=${r("inbox.choose_one",{name:h(n.contact)})}>
<i>${p("check",14)}</i>
</button>`:X}
${i.value===n.id?function(e,t){let n=h(e.contact),a=(e,t,a)=>K`<button class="icon-button" tabindex="-1" data-action=${e} aria-label=${`${r(a)} · ${n}`} title=${r(a)}>${p(t,16)}</button>`;return"closed"===e.state?K`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:K`<span class="row-tools">
${e.agent_id===t?X:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(n,e.agent.id):X}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?K`<p class="list-note" role="alert">
${r("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${r("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?K`<p class="list-note">${r("inbox.empty_label",{name:e.list.label})}</p>`:0===e.cache.counts?.all?K`<h3 class="lone-head">${r("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?Ut(e):o()}`:K`<p class="list-note">${r(`inbox.empty_${e.list.view}`)}</p>`:o()}}}({desk:e,ui:t,laid:s,stretch:l,here:a,choosing:S,pointed:A}),{bulk:J,header:ee}=function({desk:e,viewsMenu:t,sortMenu:n,filterMenu:a,showView:l,countOf:s,again:i,all:o,choosing:d,chooseAll:u,endChoosing:h}){return{bulk:()=>{let t=e.selection.size;if(0===t&&!d.value)return X;let n=e.list.view,a=(e,n,a,l,s)=>K`<button class="bulk-action" ?disabled=${0===t} aria-haspopup=${s?"menu":X} @click=${l}>
${p(e,18)}<span>${r(n)} <kbd class="no-phone" aria-hidden="true">${a}</kbd></span>
</button>`;return K`<div class="bulk" role="toolbar" aria-label=${r("inbox.bulk")}>
<p>
<b role="status">${c("inbox.chosen",t)}</b>
<button class="text-button" @click=${u}>${(()=>{let e=o();return null===e?r("inbox.choose_every"):e>200?r("inbox.choose_first",{count:200}):r("inbox.choose_all",{count:e})})()}</button>
<button class="text-button" @click=${h}>${r("inbox.choose_none")}</button>
</p>
<div>
${a("user-plus","inbox.bulk_assign","A",t=>Ue(e,t.currentTarget),!0)}
${a("tag","inbox.bulk_label","T",t=>We(e,t.currentTarget),!0)}
${"closed"===n?a("rotate-ccw","thread.reopen","E",()=>Ve(e,e.selection.ids,"reopen"),!1):K`${a("alarm-clock","thread.snooze","Z",t=>Ke(e,t.currentTarget),!0)}
${a("check","thread.close","E",()=>Ve(e,e.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let o=e.list.view,c=Ft.includes(o)?Ft:[...Ft,o];return K`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${t}>
${r("rail.inbox")}${p("chevron-down",18)}
</button>
<span class="list-tools">
<button
class="icon-button"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${`${r("inbox.sort")} · ${r(`inbox.sort_${e.list.sort}`)}`}
title=${r(`inbox.sort_${e.list.sort}`)}
@click=${n}
>
${p("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${r("inbox.filter")} title=${r("inbox.filter")} @click=${a}>
${p("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${r("inbox.views")}>
${c.map(e=>K`<button class="view-pill" aria-pressed=${e===o} @click=${()=>l(e)}>
${r(`inbox.view_${e}`)} <span class="count">${s(e)}</span>
</button>`)}
</div>
${null===e.list.label?X:K`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${e.labels.colour(e.list.label)}"></i>${e.list.label}</span>
<button class="text-button" @click=${()=>i({label:null})}>${r("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:e,viewsMenu:N,sortMenu:V,filterMenu:U,showView:v,countOf:P,again:Q,all:q,choosing:S,chooseAll:E,endChoosing:C});return{step:w,bulk:()=>(e.ticks.list.value,J()),choose(t){let n=a.focused??e.openId??e.list.shown[0]?.id;n&&(t?e.selection.range(n,I()):e.selection.toggle(n))},chooseAll:E,nextTo:z,get aimed(){return y()},arrived(t){i.add(t),e.touch("list")},endChoosing:()=>!(!S.value&&0===e.selection.size||(C(),0)),prefetchAfter:t=>{let n=e.list.shown.findIndex(e=>e.id===t);if(!(n<0)){a.lastAt=n;for(let t of e.list.shown.slice(n+1,n+1+2))e.threads.prefetch(t.id)}},rest:F,focusRow:x,showView:v,get focused(){return a.focused},focusOpen(){e.list.shown.some(t=>t.id===e.openId)?x(e.openId??""):document.getElementById("thread-title")?.focus()},attach(e){a.scroller=e,e.addEventListener("scroll",o,{passive:!0}),e.addEventListener("click",O),e.addEventListener("pointerover",j),e.addEventListener("pointerenter",R),e.addEventListener("pointerleave",F),new ResizeObserver(o).observe(e)},header:()=>(e.ticks.list.value,ee()),body:()=>(e.ticks.list.value,e.list.shown.length?Y():Z()),...Kt({desk:e,unseen:d,order:I,here:a,focusRow:x,laid:s,stretch:l})}}var Qt=new Set(["hidden","edited","recalled","contact_changed"]),Yt=e=>{let t=new Date(e);return`${t.getFullYear()}-${t.getMonth()}-${t.getDate()}`};function Zt(e,t){return e.note||"visitor"===e.sender.kind?null:e.sequence<=t.read?"read":e.sequence<=t.received?"delivered":"sent"}var Jt=e=>e.note?"note":"visitor"===e.sender.kind?"customer":"own",Xt=null,Gt=class extends HTMLElement{static observedAttributes=["src"];audio=null;connectedCallback(){this.draw()}disconnectedCallback(){this.audio?.pause()}attributeChangedCallback(){this.audio?.pause(),this.audio=null,this.draw()}get duration(){return Number(this.getAttribute("duration"))||(this.audio&&Number.isFinite(this.audio.duration)?1e3*this.audio.duration:0)}press=async()=>{if(this.audio&&!this.audio.paused)return this.audio.pause();if(Xt?.pause(),!this.audio){let e=new Audio(this.getAttribute("src")??"");for(let t of["play","pause","timeupdate","ended","error"])e.addEventListener(t,()=>e===this.audio&&this.draw());this.audio=e}Xt=this.audio,await this.audio.play().catch(()=>{})};draw(){if(!this.isConnected)return;let{audio:e,duration:t}=this,n=e&&!e.ended?1e3*e.currentTime:0,a=!(!e||e.paused),l=a?r("thread.file_pause"):r("thread.file_play",{time:t?lt(t):r("common.kind_voice")});ee(K`<button class="sound-button" type="button" aria-label=${l} title=${l} @click=${this.press}>${p(a?"pause":"play",16)}</button
><progress max=${t||1} .value=${Math.min(n,t||1)} aria-hidden="true"></progress
><span class="sound-time">${e?.error?r("thread.file_gone"):t||n?lt(n||t):""}</span>`,this)}};customElements.define("desk-sound",Gt);var en=(e,t)=>K`<a href=${e} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`;function tn(e){return"string"==typeof e?e:"code"===e.type?K`<code>${e.text}</code>`:"mention"===e.type?K`<strong class="mention">${e.text}</strong>`:"link"===e.type?en(e.url,e.parts.map(tn)):"b"===e.type?K`<strong>${e.parts.map(tn)}</strong>`:K`<em>${e.parts.map(tn)}</em>`}var nn=(e,t,n=[])=>("visitor"===t?E(e):z(e,{mentions:n})).map(e=>{if("code"===e.type)return K`<pre><code>${e.text}</code></pre>`;if("text"===e.type)return K`<span>${e.parts.map(tn)}</span>`;let t=e.items.map(e=>K`<li>${e.map(tn)}</li>`);return e.ordered?K`<ol start=${e.start}>${t}</ol>`:K`<ul>${t}</ul>`}),an=new Intl.NumberFormat(i,{maximumFractionDigits:1}),ln=e=>e<1e6?`${an.format(Math.max(1,Math.round(e/1e3)))} KB`:`${an.format(e/1e6)} MB`;function sn({width:e=1,height:t=1},n=0){let a=Math.min(1,320/e,280/t);return{width:Math.max(n,Math.round(e*a)),height:Math.max(n/2,Math.round(t*a))}}var on=({width:e,height:t})=>`width:${e}px;height:${t}px`,rn=(e,t)=>e.text?K`<div class="file-caption">${nn(e.text,t)}</div>`:X;function cn(e){let[t,n]=function(e){let t=e.search(/\.\w{1,8}$/);return t>0?[e.slice(0,t),e.slice(t)]:[e,""]}(e);return K`<span class="file-name"><span class="file-stem">${t}</span>${n}</span>`}var dn={sending:"clock",sent:"check",delivered:"check-check",read:"check-check"},un=e=>K`<span class="state state-${e}">${p(dn[e],14)}${r(`thread.state_${e}`)}</span>`,pn=(e,t,n)=>t.outgoing?((e,t)=>K`<div class="stamp stamp-own">
<span class="failed">${p("circle-alert",14)} ${o(`thread.file_failed_${t.code}`)?r(`thread.file_failed_${t.code}`):r("thread.state_failed")}</span>
<button class="text-button" @click=${()=>e.files.retry(t.client_message_id)}>${r("thread.retry")}</button>
<button class="text-button quiet" @click=${()=>e.files.cancel(t.client_message_id)}>${r("thread.delete")}</button>
</div>`)(e,t.outgoing):((e,t,n)=>K`<div class="stamp stamp-own">
<span class="failed" title=${o(`thread.refused_${t.code}`)?r(`thread.refused_${t.code}`):X}
>${p("circle-alert",14)} ${r("thread.state_failed")}</span
>
<button class="text-button" @click=${()=>e.client.retry(t.client_message_id)}>${r("thread.retry")}</button>
${"text"===t.content.kind?K`<button class="text-button" @click=${()=>n(t)}>${r("thread.edit")}</button>`:X}
<button class="text-button quiet" @click=${()=>e.client.discard(t.client_message_id)}>${r("thread.delete")}</button>
</div>`)(e,t.item,n.edit);function hn(e,t,n){if(null===t.text)return K`<em class="recalled">${r("thread.recalled")}</em>`;let{content:a}=t;if("card"===a?.kind)return function(e){let t=e.title??("order"===e.type?`${e.number} · ${e.status}`:null);return K`<div class="card">
${e.picture?K`<img class="card-picture" src=${e.picture} alt="" />`:X}
${t?K`<strong>${e.url?en(e.url,t):t}</strong>`:X}
${e.text?K`<span>${e.text}</span>`:X} ${e.price?K`<span>${e.price}</span>`:X}
${(e.lines??[]).map(e=>K`<span class="card-line"><span>${e.label}</span><span>${e.value}</span></span>`)}
${(e.items??[]).map(e=>K`<span>${e.url?en(e.url,e.title):e.title}</span>`)}
${(e.fields??[]).map(e=>K`<span class="card-line"><span>${e.label}</span></span>`)}
${(e=>e?.length?K`<div class="card-buttons">${e.map(e=>K`<span class="chip">${e.label}</span>`)}</div>`:X)(e.buttons)}
</div>`}(a.card);if(t.outgoing)return function(e,t){let{client_message_id:n,blob:a,name:l,sent:s,state:i}=t,o=a.type.startsWith("image/")&&t.width,c=Math.floor(s/a.size*100),d="failed"===i?X:K`<span class="file-way">
<span class="file-way-words"
><span>${"waiting"===i?r("thread.file_waits"):r("thread.file_sending",{percent:c})}</span
><span>${"waiting"===i?ln(a.size):r("thread.file_sent",{sent:ln(s),all:ln(a.size)})}</span></span
><progress max=${a.size} .value=${s} aria-label=${l}></progress>
</span>`,u="failed"===i?X:K`<button class="file-stop" type="button" aria-label=${r("thread.file_cancel")} title=${r("thread.file_cancel")} @click=${()=>e.files.cancel(n)}>${p("x",16)}</button>`;if(o){let n=sn(t,168);return K`<div class="file-picture" .style=${on(n)}><img src=${e.files.addressOf(t)} alt=${r("thread.file_picture_of",{name:l})} width=${n.width} height=${n.height} />${d}${u}</div>`}let h=t.duration_ms?`${O(a.type)??""} ${lt(t.duration_ms)}`:l;return K`<div class="file-paper">${p("file",22)}<span class="file-words">${cn(h)}${d}</span>${u}</div>`}(e,t.outgoing);if("file"===a?.kind)return function(e,t){let n=`/files/v1/${encodeURIComponent(String(e.file_id))}`,{media_type:a="",name:l=""}=e;if(a.startsWith("image/")&&e.width){let a=sn(e);return K`<button class="file-picture" type="button" .style=${on(a)} aria-label=${r("thread.file_open",{name:l})} @click=${()=>function({url:e,name:t}){let n=document.createElement("dialog");n.className="viewer",n.setAttribute("aria-label",t);let a=()=>n.close();ee(K`<div class="viewer-head">
<span class="viewer-name">${t}</span>
<a class="icon-button" href=${e} download=${t} aria-label=${r("thread.file_save",{name:t})} title=${r("thread.file_save",{name:t})}>${p("download",20)}</a>
<button class="icon-button" type="button" autofocus aria-label=${r("common.close")} title=${r("common.close")} @click=${a}>${p("x",20)}</button>
</div>
<div class="viewer-stage" @click=${e=>e.target===e.currentTarget&&a()}><img src=${e} alt=${t} /></div>`,n),n.addEventListener("close",()=>n.remove()),document.body.append(n),n.showModal()}({url:n,name:l})}>
<img src="${n}/thumbnail" alt=${r("thread.file_picture_of",{name:l})} width=${a.width} height=${a.height} loading="lazy" decoding="async" />
</button>${rn(e,t)}`}return a.startsWith("audio/")?K`<desk-sound src=${n} duration=${e.duration_ms??X}></desk-sound>${rn(e,t)}`:a.startsWith("video/")?K`<video class="file-film" src=${n} controls preload="metadata" aria-label=${l}></video>${rn(e,t)}`:K`<a class="file-paper" href=${n} download=${l} aria-label=${r("thread.file_save",{name:l})}>
${p("file",22)}<span class="file-words">${cn(l)}<span class="file-size">${ln(e.byte_size??0)}</span></span>${p("download",16)}
</a>${rn(e,t)}`}(a,t.sender.kind);let l=(a?.mentions??[]).map(t=>e.agentName(t)??"").filter(Boolean);return K`${a?.quote?function(e,t,n){let a=e.thread?.entries.find(e=>"message"===e.type&&e.message_id===t),l=a?.sender.name??(a?r(`thread.sender_${a.sender.kind}`):""),s=a?D(a.content,a.sender.kind)??r("thread.recalled"):r("thread.quote_above");return K`<button class="quote" ?disabled=${!a} @click=${()=>n(t)}><span class="quote-name">${l}</span><span class="quote-text">${s}</span></button>`}(e,a.quote,n.reach):X}${nn(t.text,t.sender.kind,l)}`}var mn=st({locale:i,onWords:()=>{},onEnd:()=>{}}),fn=e=>Math.max(0,(e?.hold_until??0)-Date.now()),gn=(e,t)=>K`<div class="stamp stamp-own">
<button class="text-button held" @click=${()=>t.item&&e.takeBack(t.item.client_message_id)}>
<svg class="hold-ring" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" .style=${`animation-duration:${fn(t.item)}ms`}>
<circle cx="8" cy="8" r="6" pathLength="1"></circle></svg
>${r("thread.undo")}
</button>
</div>`;function bn(e,t){let{id:n,content:a,text:l}=t,s=e.openId;if(!n||null===l||!s)return X;let i=t.sender.name??r(`thread.sender_${t.sender.kind}`),o=()=>{e.compose.setQuote(s,{message_id:n,name:i,text:D(a,t.sender.kind)??l}),document.getElementById("composer-text")?.focus()},c=()=>{let i=a?.quote??null;e.compose.setChange(s,{message_id:n,note:"note"===t.tone,text:l,was:l,quote:i}),requestAnimationFrame(()=>document.getElementById("composer-text")?.focus())},d=t.mine&&"text"===a?.kind;return K`<button
class="icon-button turn-tools"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${r("thread.message_actions")}
title=${r("thread.message_actions")}
@click=${a=>k(a.currentTarget,r("thread.message_actions"),[{items:[..."note"===t.tone?[]:[{label:r("thread.quote"),mark:p("undo-2"),run:o}],...mn.canSpeak?[{label:r("thread.aloud"),mark:p("volume-2"),run(){mn.hush(),mn.speak(l)}}]:[],{label:r("common.copy"),mark:p("copy"),run:()=>navigator.clipboard?.writeText(l).catch(()=>{})},...d?[{label:r("thread.edit"),mark:p("pencil-line"),run:c}]:[],...t.mine?[{label:r("thread.recall"),mark:p("rotate-ccw"),run:()=>e.recall(s,n)}]:[]]}])}
>
${p("chevron-down",16)}
</button>`}function $n({at:e,desk:t,atEnd:n,inSight:a,watchLinks:l,settle:s,markRead:i,onScroll:o}){return{around:{before(){e.held=e.settled&&e.shown===t.openId&&!n.peek()?a():null},after(){if(!e.scroller||"ready"!==t.thread?.phase)return;l(e.scroller),e.settled?e.held?.node.isConnected?e.scroller.scrollTop+=e.held.node.getBoundingClientRect().top-e.held.top:n.value&&(e.scroller.scrollTop=e.scroller.scrollHeight,i()):queueMicrotask(s),n.peek()&&t.thread.trim(400);let a=e.first&&(t.thread.entries[0]?.sequence??0)>e.first;e.first=t.thread.entries[0]?.sequence??0,a&&o()}}}}function vn(e,t,n){let a={scroller:null,shown:null,first:0,settled:!1,resting:!1,held:null,places:new Map,nextPlace:0},l=T(!0),s=T(0),i=function(){let e=null,t=null,n=!1,a=[],l=0,s=0,i=(n,i)=>{l=Math.max(0,n),s=Math.min(a.length,Math.max(i,l)),e=l<s?a[l].key:null,t=s<a.length?a[s-1].key:null},o=()=>i(a.length-20,a.length);return{reset(){[e,t,n,a,l,s]=[null,null,!1,[],0,0]},cut(r,c){let d=s-l;if(a=r,!n)return 0===a.length?a:(n=!0,(()=>{let e=a.findIndex(e=>"new"===e.type);e<0||e>=a.length-20?o():i(e-2,e-2+20)})(),a.slice(l,s));let u=null===t?a.length-1:a.findIndex(e=>e.key===t),p=null===e?0:a.findIndex(t=>t.key===e);return u<0?o():p<0?i(u+1-Math.max(d,20),u+1):u+1-p<=160?i(p,u+1):c?i(u+1-160+40,u+1):i(p,p+160),a.slice(l,s)},up(){if(0===l)return!1;let e=Math.max(0,l-40);return i(e,Math.min(s,e+160)),!0},down(){if(s===a.length)return!1;let e=Math.min(a.length,s+40);return i(Math.max(l,e-160),e),!0},toEnd:()=>s!==a.length&&(o(),!0),reach(e){let t=a.findIndex(t=>"bubble"===t.type&&t.id===e);return!(t<0||((t<l||t>=s)&&i(t-10,t+10),0))},get ends(){return s===a.length}}}(),o=T(0),d=function(e){let t=new IntersectionObserver(n=>{for(let{isIntersecting:a,target:l}of n){if(!a)continue;t.unobserve(l);let{of:n,url:s}=l.dataset;n&&s&&e.links.look(n,s)}});return n=>{if(e.links.enabled)for(let e of n.getElementsByClassName("link-ask"))t.observe(e)}}(e),u={edit:n,reach:e=>f(e)},h=()=>t.sees("inbox")&&"visible"===document.visibilityState&&document.hasFocus(),{reach:f,onScroll:g,toEnd:b,markRead:v,inSight:w}=function({desk:e,atEnd:t,looking:n,at:a,range:l,below:s,moved:i}){let o=()=>{e.openId&&t.value&&n()&&e.read()};return{reach:e=>{l.reach(e)&&(i.value+=1,a.scroller?.querySelector(`[data-message="${CSS.escape(e)}"]`)?.scrollIntoView({block:"center"}))},onScroll:()=>{if(!a.scroller||!a.settled||a.resting)return;let n=a.scroller.scrollHeight-a.scroller.scrollTop-a.scroller.clientHeight,r=l.ends&&n<48;r!==t.value&&(t.value=r),r&&(s.value=0,o()),a.scroller.scrollTop<400?l.up()?i.value+=1:e.thread?.older():n<400&&l.down()&&(i.value+=1)},toEnd:()=>{t.value=!0,l.toEnd()&&(i.value+=1),a.scroller?.scrollTo(0,a.scroller.scrollHeight)},markRead:o,inSight:()=>{if(!a.scroller)return null;let e=a.scroller.getBoundingClientRect().top;for(let t of a.scroller.firstElementChild?.children??[]){let{top:n,bottom:a}=t.getBoundingClientRect();if(a>e&&t.matches(".turn, .line"))return{node:t,top:n}}return null}}}({desk:e,atEnd:l,looking:h,at:a,range:i,below:s,moved:o}),{settle:k,begin:y,pieces:x}=function({at:e,desk:t,range:n,below:a,atEnd:l,onScroll:s}){return{settle:()=>{if(!e.scroller||e.settled||"ready"!==t.thread?.phase)return;e.scroller.scrollTop=e.scroller.scrollHeight;let a=e.scroller.querySelector(".fresh");a&&a.offsetTop<e.scroller.scrollTop&&(e.scroller.scrollTop=a.offsetTop-16),e.settled=!0,e.resting=!0;let i=e.scroller.scrollHeight-e.scroller.scrollTop-e.scroller.clientHeight;l.value=n.ends&&i<48,requestAnimationFrame(()=>setTimeout(()=>{e.resting=!1,s()}))},begin:()=>{e.shown=t.openId,n.reset(),e.places.clear(),e.nextPlace=0,e.first=0,e.settled=!1,a.value=0,l.value=!0},pieces:(a,s)=>{let i=n.cut(function({entries:e,items:t,outgoing:n=[],me:a,name:l,theirs:s,seen:i}){let o=function(e){let t=new Map;for(let n of e){if("entry"!==n.type)continue;let e=n.message_id??"";"edited"===n.kind&&!t.get(e)?.recalled&&t.set(e,{content:n.content??null,recalled:!1}),"recalled"===n.kind&&t.set(e,{content:null,recalled:!0})}return t}(e),r=(e=>({open:null,day:"",marked:null===e}))(i),{turnDay:c,pieces:d,add:u}=function({here:e}){let t=[];return{turnDay:n=>{Yt(n)!==e.day&&(e.day=Yt(n),e.open=null,t.push({type:"day",key:`day:${e.day}`,at:n}))},pieces:t,add:n=>{let a=null!==e.open&&e.open.tone===n.tone&&"note"!==n.tone&&e.open.sender.kind===n.sender.kind&&e.open.sender.id===n.sender.id&&"failed"!==e.open.state&&Date.parse(n.at)-Date.parse(e.open.at)<3e5;a&&e.open&&(e.open.last=!1),e.open={...n,type:"bubble",first:!a,last:!0},t.push(e.open)}}}({here:r});for(let t of e){let e=t.sent_at??t.at??"";if("entry"===t.type&&Qt.has(t.kind))continue;c(e);let n="message"===t.type&&"agent"===t.sender.kind&&t.sender.id===a;if(!r.marked&&t.sequence>i&&!n&&(r.marked=!0,d.some(e=>"day"!==e.type)&&(r.open=null,d.push({type:"new",key:"new"}))),"entry"===t.type){r.open=null,d.push({type:"line",key:`e:${t.sequence}`,entry:t,at:e});continue}let l=o.get(t.message_id),p=l?l.content:t.content;u({key:t.client_message_id?`${t.sender.id}:${t.client_message_id}`:t.message_id,tone:Jt(t),sender:t.sender,at:e,text:p?p.text??"":null,edited:!(!t.edited_at&&!l)&&null!==p,mine:n,state:Zt(t,s),item:null,sequence:t.sequence,id:t.message_id,content:p})}let p=new Set(e.map(e=>e.sender?.id===a&&e.client_message_id));for(let e of t)p.has(e.client_message_id)||(c(e.created_at),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:l},at:e.created_at,text:e.content?.text??"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:e,sequence:0,id:null,content:e.content}));for(let e of n){if(p.has(e.client_message_id))continue;let t=new Date(e.created_at).toISOString();c(t),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:l},at:t,text:"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:null,sequence:0,id:null,content:{kind:"file",name:e.name},outgoing:e})}return d}({entries:a.entries,items:t.unsentOf(s),outgoing:t.files.of(s),me:t.agent.id,name:t.agent.name,theirs:t.row?.theirs??{received:0,read:0},seen:t.seen}),l.peek());return e.places=new Map(i.map(t=>[t.key,e.places.get(t.key)??e.nextPlace++])),i}}}({at:a,desk:e,range:i,below:s,atEnd:l,onScroll:g});return{toEnd:b,markRead:v,attach(t){a.scroller=t,t.addEventListener("scroll",g,{passive:!0}),new ResizeObserver(()=>l.value&&b()).observe(t),e.readingWhen(()=>l.peek()&&h()),addEventListener("focus",v),document.addEventListener("visibilitychange",()=>h()?v():e.away()),addEventListener("blur",()=>e.away()),e.client.on("outbox",({item:t,change:n})=>"queued"===n&&t.conversation_id===e.openId&&b()),e.onHeard(e=>{"message"===e.type&&"visitor"===e.sender.kind&&!l.value&&(s.value+=1)})},...$n({at:a,desk:e,atEnd:l,inSight:w,watchLinks:d,settle:k,markRead:v,onScroll:g}),view:()=>{e.ticks.thread.value,o.value;let n=e.thread;if(a.shown!==e.openId&&y(),!e.openId)return e.ticks.list.value,Ut(e);if(!n)return K`<div class="thread-wait" role="alert"><p>${r("thread.missing")}</p></div>`;if("loading"===n.phase||"empty"===n.phase)return K`<div class="thread-wait" aria-busy="true"><span class="hidden">${r("common.loading")}</span></div>`;if("ready"!==n.phase&&0===n.entries.length)return K`<div class="thread-wait" role="alert">
<p>${r("thread.failed")}</p>
<button class="button" @click=${e.retryThread}>${r("common.retry")}</button>
</div>`;let l=t.now.value;return K`<div class="entries">
${n.history?K`<div class="history"><span>${r("thread.history")}</span></div>`:X}
${Vt(x(n,e.openId),e=>a.places.get(e.key),t=>function(e,t,n,a){switch(t.type){case"day":return K`<div class="day"><span>${Y(t.at,n)}</span></div>`;case"new":return K`<div class="fresh"><span>${r("thread.fresh")}</span></div>`;case"line":return K`<div class="line">
<time datetime=${t.at} title=${G(t.at)}>${U(t.at)}</time> ${function(e,t){let n=(l=t.by)&&"system"!==l.kind?l.id===e.agent.id?r("common.you"):l.name??e.agentName(l.id)??r(`thread.sender_${l.kind}`):r("thread.system"),a=t.agent_id===e.agent.id?r("common.you"):t.agent_name??e.agentName(t.agent_id??"")??"";var l;switch(t.kind){case"assigned":return t.by?.id===t.agent_id?r("thread.line_took",{by:n}):r("thread.line_assigned",{by:n,agent:a});case"unassigned":return r("thread.line_unassigned",{by:n});case"transferred":return r(t.note?"thread.line_transferred_note":"thread.line_transferred",{by:n,agent:a,note:t.note??""});case"state":return r(`thread.line_state_${t.state}`,{by:n});case"rated":return r(t.comment?"thread.line_rated_comment":"thread.line_rated",{score:t.score??0,comment:t.comment??""});case"labels":return t.labels?.length?r("thread.line_labels",{by:n,labels:t.labels.join(r("common.list_comma"))}):r("thread.line_labels_none",{by:n});default:return r("thread.line_other")}}(e,t.entry)}
</div>`;default:return function(e,t,n){if("note"===t.tone)return function(e,t,n){return K`<div class="turn turn-own">
${bn(t,e)}
<div data-message=${e.id??X} class="note ${"failed"===e.state?"bubble-failed":""}">
<div class="note-head">
${p("lock",14)}<strong>${r("thread.note_by",{name:e.sender.name??""})}</strong
><span class="note-who">${r("thread.note_private")}</span
><time datetime=${e.at} title=${G(e.at)}>${U(e.at)}</time>
</div>
<div class="note-text">${hn(t,e,n)}</div>
</div>
${"failed"===e.state?pn(t,e,n):fn(e.item)?gn(t,e):"sending"===e.state?K`<div class="stamp stamp-own">${un("sending")}</div>`:X}
</div>`}(t,e,n);let a="own"===t.tone,l=`${t.first?"":"joins"} ${t.last?"":"goes-on"} ${"failed"===t.state?"bubble-failed":""}`;return K`<div class="turn ${a?"turn-own":"turn-customer"} ${t.first?"":"turn-joined"}">
${a?X:K`<span class="turn-face">${t.last&&e.row?m(e.row.contact):X}</span>`}
<div class="turn-body">
<span class="hidden">${r("thread.says",{name:t.mine?r("common.you"):t.sender.name??r(`thread.sender_${t.sender.kind}`)})}</span>
${bn(e,t)}
<div data-message=${t.id??X} class="bubble ${a?"bubble-own":"bubble-customer"} ${(({content:e,outgoing:t})=>{let n=t?t.width?t.blob.type:"":"file"===e?.kind?e.media_type??"":"";return n.startsWith("image/")&&!(!t&&!e?.width)||n.startsWith("video/")&&!t})(t)?"bubble-pictured":""} ${l}">${hn(e,t,n)}</div>
${function(e,t){let{id:n,text:a,content:l}=t;if(!e.links.enabled||!n||!a||"text"!==l?.kind)return X;let s=I(a);if(!s)return X;let i=e.links.get(n,s);return i?K`<a class="link-card" href=${s} target="_blank" rel="noopener noreferrer nofollow">
<span class="link-site">${i.site}</span><b>${i.title}</b>${i.text?K`<span class="link-text">${i.text}</span>`:X}
</a>`:e.links.isKnown(n,s)?X:K`<i class="link-ask" data-of=${n} data-url=${s}></i>`}(e,t)}
${"failed"===t.state?pn(e,t,n):fn(t.item)?gn(e,t):t.last?((e,t)=>K`<div class="stamp ${t?"stamp-own":""}">
${t&&!e.mine?K`<span>${e.sender.name??r(`thread.sender_${e.sender.kind}`)}</span>`:X}
<time datetime=${e.at} title=${G(e.at)}>${U(e.at)}</time>${e.edited?K`<span>${r("thread.edited")}</span>`:X}${e.state?un(e.state):X}
</div>`)(t,a):X}
</div>
</div>`}(e,t,a)}}(e,t,l,u))}
${function(e,t){let n=e.presence.writing(t).find(e=>"visitor"===e.member.kind);return n&&e.row?K`<div class="turn turn-customer">
<span class="turn-face">${m(e.row.contact)}</span>
<div class="turn-body">
${n.preview?K`<div class="bubble bubble-unsent">${n.preview}</div>
<div class="stamp">${p("pencil-line",14)} ${r("thread.writing")}</div>`:K`<div class="bubble bubble-customer bubble-dots">${$}<span class="hidden">${r("thread.writing")}</span></div>`}
</div>
</div>`:X}(e,e.openId)}
</div>`},jump:()=>l.value||!e.openId?X:K`<button class="jump" @click=${b}>
${p("arrow-down",16)}<span>${s.value?c("thread.below",s.value):r("thread.to_end")}</span>
</button>`}}u({"check-check":Q`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,"badge-check":Q`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:Q`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"arrow-up":Q`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":Q`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,"panel-right":Q`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,mail:Q`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:Q`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":Q`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,"pencil-line":Q`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,"wifi-off":Q`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":Q`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:Q`<circle cx="12" cy="12" r="10"/>`,"rotate-ccw":Q`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":Q`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":Q`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:Q`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":Q`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":Q`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,play:Q`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:Q`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:Q`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:Q`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":Q`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,mic:Q`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":Q`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-up-down":Q`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,smile:Q`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":Q`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:Q`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:Q`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:Q`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,"map-pin":Q`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":Q`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`});var wn=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";function kn({app:{desk:e,ui:t,shell:n,storage:a},place:l,panes:{list:s,composer:i,thread:u},open:m}){let v=()=>{"inbox"===history.state?.from?history.back():m(null)},w=l("thread-scroll");s.attach(l("list-scroll")),function(e,t,n){let a=Number(n?.getItem(At))||Lt,l=document.createElement("div");l.className="list-edge no-phone",l.tabIndex=0,l.setAttribute("role","separator"),l.setAttribute("aria-orientation","vertical"),l.setAttribute("aria-label",r("inbox.edge")),l.setAttribute("aria-valuemin",String(Ot)),l.setAttribute("aria-valuemax",String(Tt)),t.append(l);let s=t=>{a=Math.round(Math.max(Ot,Math.min(Tt,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),l.setAttribute("aria-valuenow",String(a))},i=()=>{try{n?.setItem(At,String(a))}catch{}};l.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:Ot,End:Tt}[e.key];void 0!==t&&(e.preventDefault(),s(t),i())}),l.addEventListener("dblclick",()=>{s(Lt),i()}),l.addEventListener("pointerdown",e=>{e.preventDefault(),l.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>s(e.clientX-t);l.addEventListener("pointermove",n),l.addEventListener("lostpointercapture",()=>(l.removeEventListener("pointermove",n),i()),{once:!0})}),s(a)}(l("list").parentElement,l("list"),a),u.attach(w);for(let e of["pointerdown","blur"])w.addEventListener(e,()=>w.toggleAttribute("data-pressed","pointerdown"===e));for(let e of["dragover","drop"])l("thread").addEventListener(e,e=>i.onFiles(e));d(l("list-top"),s.header),d(l("list-pill"),s.pill),d(l("list-bulk"),s.bulk),d(l("list-first"),function(e,t){let n=T(null);return()=>{e.ticks.frame.value;let{shown:a,demo:l,work:s,removeDemo:i}=e.firstSteps;return K`${l&&!a?K`<p class="demo-line">
${p("info")}<span>${r("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===s} @click=${i}>${r("removing"===s?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:X}
${a?(()=>{let{steps:a,left:l,demo:s,work:i,removeDemo:o}=e.firstSteps,d="removing"===i,u=n.value??(!t.phone.value&&0===e.cache.counts?.all);return K`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>K`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${jt*e/t} ${jt}" /></svg><b>${e}/${t}</b></span
>`)(a.length-l,a.length)}
<div>
<h2 id="first-steps-title">${c("inbox.steps_left",l)}</h2>
<button class="text-button quiet" aria-expanded=${u} aria-controls="first-steps-list" @click=${()=>n.value=!u}>
${r(u?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${s?K` · <button class="text-button quiet" aria-busy=${d} @click=${o}>${r(d?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:X}
</div>
<button class="icon-button" aria-label=${r("inbox.steps_dismiss")} title=${r("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${p("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!u}>
${a.map(Rt)}
</ul>
</section>`})():X}`}}(e,t)),d(l("list-line"),function({desk:e,notices:t,availability:n}){let a=(e,t,n)=>K`<div class="list-notice" role="status">
${p(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!x(e.agents)?t.hint.value?a("volume-2",r("notify.blocked"),K`<button class="text-button" @click=${()=>t.bell.wake()}>${r("notify.unblock")}</button>`):t.offer.value?a("bell",r("notify.offer"),K`<button class="text-button" @click=${t.allow}>${r("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${r("notify.not_now")}</button>`):X:a("users",r("notify.nobody_online"),K`<button class="text-button" @click=${()=>n.choose("online")}>${r("notify.go_online")}</button>`))}({desk:e,notices:n.notices,availability:n.availability})),d(l("list-scroll"),s.body),d(l("thread-banner"),function(e){let t=T(!1),n=null;return()=>{e.ticks.frame.value;let{phase:a,code:l,paused:s}=e.client.status,i="connecting"===a||"waiting"===a;i?null===n&&(n=setTimeout(()=>t.value=!0,3e3)):(clearTimeout(n),n=null,t.peek()&&queueMicrotask(()=>t.value=!1));let c=(e,t,n)=>K`<div class="banner" role="status">${p(t)}<span>${r(e)}</span>${n}</div>`;if("ended"===a&&l){let t=o(`inbox.ended_${l}`)?`inbox.ended_${l}`:"inbox.ended",n=K`<button class="text-button" @click=${()=>e.client.start()}>${r("inbox.connect_here")}</button>`;return c(t,"wifi-off","blocked"===l?X:n)}return i&&t.value?c("inbox.connecting","wifi-off"):s?c("inbox.paused","cloud-off"):X}}(e)),d(l("thread-top"),()=>(e.ticks.thread.value,e.openId?function(e,t,n){let a=e.row,l="closed"===a?.state,s=a?.agent_id?{id:a.agent_id,name:e.agentName(a.agent_id)??"?"}:null,i=s?r("inbox.assigned_to",{name:s.name}):r("inbox.unassigned"),o=a?[Ae(a.channel),l?r("inbox.state_closed"):a.waiting_since?Qe(a.waiting_since,t.now.value):r("thread.not_waiting")]:[];return K`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${r("common.back")} @click=${n}>${p("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${a?h(a.contact):""}</span>${a&&g(a.contact)?b(!0):X}
</h2>
<p>${a?K`<span class="no-phone">${Oe(a.channel)} </span>${o.join(" · ")}`:K`&nbsp;`}</p>
</div>
${a?K`<span class="no-phone">${function(e,t){let n=Ye(e,t);return n?K`<span class="company" role="status">
${f(n,"small")}
<span
>${r(n.writing?"thread.company_writing":"thread.company_here",{name:n.name})}${n.more>0?` +${n.more}`:""}</span
>
${n.writing?$:X}
</span>`:X}(e,a.id)}</span>`:X}
${a?K`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${r("thread.assign_now",{who:i})}
title=${`${i} · A`}
@click=${t=>Ue(e,t.currentTarget,[a.id])}
>
${s?f(s,"small"):p("user-plus",18)}${p("chevron-down",14)}
</button>
${l?X:K`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${r("thread.snooze")}
title=${`${r("thread.snooze")} · Z`}
@click=${t=>Ke(e,t.currentTarget,[a.id])}
>
${p("alarm-clock",t.phone.value?24:18)}
</button>`}
${l?K`<button class="button no-phone" @click=${()=>e.reopen(a.id)}>
${p("rotate-ccw")}<span>${r("thread.reopen")}</span>
</button>`:K`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(a.id)}>
${p("check")}<span>${r("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
<button
class="icon-button only-phone"
aria-label=${r(l?"thread.reopen":"thread.close")}
@click=${()=>l?e.reopen(a.id):e.close(a.id)}
>
${p(l?"rotate-ccw":"check",24)}
</button>
<button
class="icon-button"
id="details-toggle"
aria-label=${r("thread.details")}
title=${`${r("thread.details")} · I`}
aria-expanded=${t.details.open?"true":"false"}
@click=${()=>t.details.toggle()}
>
<span class="no-phone">${p("panel-right",18)}</span><span class="only-phone">${p("info",24)}</span>
</button>`:X}
</header>`}(e,t,v):null)),d(w,u.view,u.around),d(l("thread-jump"),u.jump),d(l("thread-bottom"),()=>(e.ticks.thread.value,e.ticks.composer.value,i.view()),{after:i.grow}),d(l("details"),()=>zt(e,t,e=>m(e)))}y("inbox",function(e){let t=function(e){let{me:t,client:n,csrf:a,storage:l,steady:s,schedule:i}=e,o=Ce(e.desk,{me:t,storage:l,saving:s.saving,now:Date.now,after:(e,t)=>setTimeout(e,t),painted:e=>i(()=>setTimeout(e)),files:e=>function({load:e,client:t,csrf:n,parts:a,owner:l,storage:s,t:i,changed:o,failed:r}){let c={loading:null,outbox:null},{addresses:d,ready:u,keep:p}=function({at:e,storage:t,load:n,parts:a,owner:l,client:s,csrf:i,changed:o}){let r=new Map,c=()=>{try{e.outbox.list().length?t?.setItem(ze,"1"):t?.removeItem(ze)}catch{}};return{addresses:r,ready:()=>(e.loading??=n().then(t=>(e.outbox=t.createFileOutbox({...a,random:Math.random,makeId:t.createIdMaker({now:a.clock.now}),owner:l,send:e=>s.send(e),call:(e,t,n)=>fetch(t,{...n,method:e,credentials:"same-origin",headers:{...n.headers,"x-csrf-token":i}}),onOnline:e=>(addEventListener("online",e),()=>removeEventListener("online",e)),onChange(e,t){if("sent"===t||"gone"===t){let t=r.get(e.client_message_id);r.delete(e.client_message_id),t&&a.clock.after(()=>URL.revokeObjectURL(t),1e4)}c(),o(e.conversation_id)}}),s.on("outbox",({item:t,change:n})=>"queued"!==n&&e.outbox.kept(t.client_message_id)),t)),e.loading.catch(()=>{e.loading=null}),e.loading),keep:c}}({at:c,storage:s,load:e,parts:a,owner:l,client:t,csrf:n,changed:o}),h=e=>c.outbox.add({note:!1,...e});return{of:e=>c.outbox?c.outbox.list().filter(t=>t.conversation_id===e):[],addressOf(e){let t=e.client_message_id;return d.has(t)||d.set(t,URL.createObjectURL(e.blob)),d.get(t)},get count(){return c.outbox?c.outbox.list().length:0},async take(e,t,n){let a=[...e],l=a.slice(0,10);a.length>10&&r({code:"too_many_files"});try{let{prepare:e,renamed:a}=await u();for(let s of l){if(!s.size){r({code:"empty_file"});continue}let{blob:l,width:o,height:c,ending:d}=await e(s),u=!s.name||/^image\.\w+$/.test(s.name)?`${i("thread.file_pasted")}.${d??(s.type.split("/")[1]||"bin")}`:a(s.name,d);await h({blob:l,name:u,conversation_id:t,note:n,width:o,height:c})}}catch{r({code:"unreachable"})}},async record(e,t){try{let{record:n}=await u();return await n({clock:a.clock,onTick:e,onFull:t})}catch{return r({code:"no_microphone"}),null}},say:({ending:e,...t},n,a)=>h({...t,name:`${i("common.kind_voice")}.${e}`,conversation_id:n,note:a}),cancel:e=>c.outbox?.cancel(e),retry:e=>c.outbox?.retry(e),restore(){s?.getItem(ze)&&u().then(()=>c.outbox.restore().then(p),()=>{})},async forget(){!c.outbox&&!s?.getItem(ze)||(await u(),await c.outbox.restore(),c.outbox.clear(),p())}}}({...e,load:()=>import(new URL("im-files.js",import.meta.url).href),client:n,csrf:a,parts:{clock:R(),tabs:F("servicedesk:files"),store:P("servicedesk-files")},owner:()=>`agent:${t.agent.id}`,storage:l,t:r})});return Object.defineProperties({},{...Object.getOwnPropertyDescriptors(e),desk:{value:o}})}(e),{desk:n,ui:a,client:l}=t,o=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",ee(K`<h1 class="hidden" tabindex="-1">${r("rail.inbox")} · ${e.shop.name}</h1>
<section class="list" aria-label=${r("rail.inbox")}>
<div class="list-top"></div>
<div class="list-pill"></div>
<div class="list-scroll"></div>
<div class="list-line"></div>
<div class="list-first"></div>
<div class="list-bulk"></div>
</section>
<div class="sheet">
<section class="thread" aria-label=${r("thread.region")}>
<div class="thread-banner"></div>
<div class="thread-top"></div>
<div class="thread-scroll" role="log" aria-live="off" aria-label=${r("thread.messages")} tabindex="0"></div>
<div class="thread-jump"></div>
<div class="thread-bottom"></div>
</section>
</div>
<div class="scrim" @click=${()=>t.details.set(!1)}></div>
<section class="details" aria-label=${r("thread.details")}></section>`,n),n}(t),c=e=>o.querySelector(`.${e}`),d=function({app:e,panes:t}){let{desk:n,ui:a,shell:l}=e;return(i,o)=>{let{composer:r,list:c}=t();if(r.flush(),n.show(i),a.tab.value="reply",!o){let t=()=>{s({from:"inbox"},wn(i)),e.moved()};a.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>a.sees("inbox")&&t()))})(t)}a.narrow.value&&a.details.set(!1),i&&l.visited(i),i&&setTimeout(()=>i===n.openId&&c.prefetchAfter(i),400),i&&a.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:t,panes:()=>u}),u=function(e,t){let{desk:n,ui:a,client:l,shell:s}=e,o=Wt(n,a,e=>t(e)),c=function(e,t,n){let a={saving:null,complaint:null,saved:!1,tools:!1,dictated:null,voice:null},{field:l,put:s,grow:o,insert:c,mark:d}=function(){let e=()=>document.getElementById("composer-text"),t=t=>{let n=e();n&&(n.focus(),n.value=t.text,n.setSelectionRange(t.start,t.end),n.dispatchEvent(new Event("input",{bubbles:!0})))};return{field:e,put:t,grow:()=>{if(dt)return;let t=e();if(!t)return;let n=.4*(t.closest(".thread")?.clientHeight??innerHeight),a=t.closest(".composer");a.style.setProperty("min-height",`${a.offsetHeight}px`),t.style.setProperty("height","auto"),t.style.setProperty("height",`${Math.min(t.scrollHeight,n)}px`),a.style.removeProperty("min-height")},insert:n=>{let a=e();a&&t({text:a.value.slice(0,a.selectionStart)+n+a.value.slice(a.selectionEnd),start:a.selectionStart+n.length,end:a.selectionStart+n.length})},mark:n=>()=>{let a=e();a&&t(n({text:a.value,start:a.selectionStart,end:a.selectionEnd}))}}}(),u=function(e,{field:t,note:n,put:a}){let l={ask:null,at:0,dismissed:-1},{options:s,offered:i,putCanned:o}=function({desk:e,field:t,put:n,at:a}){let l=t=>{let n=e.contact?.data,a={"contact.name":n?.name??e.row?.contact.name,"contact.email":n?.email,"agent.name":e.agent.name,"shop.name":e.shop.name,"page.title":n?.page?.title};return((e,t,n)=>e.replace(/\{\{\s*([a-z]+\.[a-z]+)\s*\}\}/g,(e,a)=>a in t?t[a]||n:e))(t.text,a,r("thread.canned_gap"))},s=(a,s)=>{let i=t();if(!i)return;let o=l(a),c=tt(i.value,s,o),d=o.indexOf(r("thread.canned_gap"));n(d<0?c:{...c,start:s.from+d,end:s.from+d+r("thread.canned_gap").length}),e.canned.used(a.id)},i=(e,a)=>{let l=t();l&&n(tt(l.value,a,e))},o=e=>({id:e.id,label:e.title,more:l(e).slice(0,120),hint:e.shortcut===e.title?void 0:`/${e.shortcut}`});return{options:()=>{let t=a.ask;if(!t)return[];if("canned"===t.kind)return e.canned.search(t.query).slice(0,8).map(e=>({...o(e),take:()=>s(e,t)}));if("emoji"===t.kind)return function(e,t){let n=e.toLowerCase(),a=/^[\x00-\x7f]*$/.test(n),l=t.split("|").flatMap((e,t)=>{let l=e.split(" "),s=a?l.some(e=>e.startsWith(n)):e.includes(n),i=l.filter(e=>!/^[\x00-\x7f]+$/.test(e)).join(" ")||e;return s?[{emoji:Ze[t],name:i,exact:l.includes(n)}]:[]});return[...l.filter(e=>e.exact),...l.filter(e=>!e.exact)].map(({emoji:e,name:t})=>({emoji:e,name:t}))}(t.query,r("thread.emoji_names")).slice(0,8).map(({emoji:e,name:n})=>({id:e,label:n,mark:e,take:()=>i(e,t)}));let n=t.query.toLowerCase();return e.agents.filter(t=>!1!==t.active&&t.id!==e.agent.id&&t.name.toLowerCase().includes(n)).slice(0,8).map(e=>({id:e.id,label:e.name,mark:f(e,"small"),take:()=>i(`@${e.name} `,t)}))},offered:o,putCanned:s}}({desk:e,field:t,put:a,at:l}),c=()=>{l.ask=null,e.touch("composer")};return{look(){let a=t(),s=a&&a.selectionStart===a.selectionEnd?function(e,t,n){let a=e.slice(Math.max(0,t-40-1),t),l=/(^|[\s，。！？、（]|[^\x00-\x7f])([/@:])([^\s/@:]*)$/u.exec(a);if(!l)return null;let[,s,i,o]=l,r=t-o.length-1;if("/"===i&&(""===s?r>0:!/\s/.test(s)))return null;if("/"===i)return{kind:"canned",query:o,from:r,to:t};if("@"===i)return n?{kind:"mention",query:o,from:r,to:t}:null;let c=[...o].some(e=>e>"⹿");return o.length<(c?1:2)||/^\d/.test(o)?null:{kind:"emoji",query:o,from:r,to:t}}(a.value,a.selectionStart,n()):null,i=s&&s.from!==l.dismissed?s:null;s||(l.dismissed=-1),(i||l.ask)&&("canned"===i?.kind&&e.canned.load(),i?.query!==l.ask?.query&&(l.at=0),l.ask=i,e.touch("composer"))},close:c,key(t){if(!l.ask||t.metaKey||t.ctrlKey||t.altKey)return!1;let n=s();if("Escape"===t.key)return l.dismissed=l.ask.from,c(),!0;if(0===n.length)return!1;if("ArrowDown"===t.key||"ArrowUp"===t.key)return l.at=(l.at+("ArrowDown"===t.key?1:-1)+n.length)%n.length,e.touch("composer"),!0;if("Enter"!==t.key&&"Tab"!==t.key)return!1;let a=n[l.at];return c(),a?.take(),!0},active:()=>l.ask&&s().length?`suggest-${l.at}`:"",get isOpen(){return null!==l.ask&&s().length>0},...at({at:l,options:s,desk:e,close:c}),async pickCanned(n){await e.canned.load();let a=t(),l={from:a?.selectionStart??0,to:a?.selectionEnd??0};Fe(n,{label:r("thread.canned"),placeholder:r("thread.canned_find"),nothing:r("thread.canned_none"),options:t=>e.canned.search(t).map(i),choose(t){let n=e.canned.all.find(e=>e.id===t.id);n&&setTimeout(()=>o(n,l))}})}}}(e,{field:l,put:s,note:()=>"note"===t.tab.value}),h=function({suggest:e,sendOn:t,send:n,ui:a,dismiss:l,put:s}){return i=>{if(i.isComposing||229===i.keyCode)return;if(e.key(i))return i.preventDefault(),void i.stopPropagation();let o=i.metaKey||i.ctrlKey;if("Enter"===i.key&&(o||"enter"===t()&&!i.shiftKey&&!i.altKey))return i.preventDefault(),void n(o&&i.shiftKey&&"reply"===a.tab.value);if("Escape"===i.key&&l())return i.preventDefault(),void i.stopPropagation();let r=((e,n)=>{let a=e.target,l={text:a.value,start:a.selectionStart,end:a.selectionEnd};if(e.altKey)return null;if(!n)return"Enter"!==e.key||e.shiftKey&&"enter"!==t()?null:function({text:e,start:t,end:n}){if(t!==n)return null;let a=e.lastIndexOf("\n",t-1)+1,l=e.slice(a,t),s=Ge.exec(l);if(!s)return null;if(l===s[0])return{text:e.slice(0,a)+e.slice(t),start:a,end:a};let i="\n"+("- "===s[0]?"- ":`${Number.parseInt(s[0],10)+1}. `);return{text:e.slice(0,t)+i+e.slice(t),start:t+i.length,end:t+i.length}}(l);let s=e.key.toLowerCase();return e.shiftKey?"Digit8"===e.code?et(l,!1):"Digit7"===e.code?et(l,!0):null:"b"===s?Je(l,"**"):"i"===s?Je(l,"*"):"e"===s?function(e){let t=e.text.slice(e.start,e.end);if(!t.includes("\n"))return Je(e,"`");let n=e.start>0&&"\n"!==e.text[e.start-1]?"\n```\n":"```\n";return{text:`${e.text.slice(0,e.start)}${n}${t}\n\`\`\`${e.text.slice(e.end)}`,start:e.start+n.length,end:e.end+n.length}}(l):"u"===s?Xe(l):null})(i,o);r&&(i.preventDefault(),s(r))}}({suggest:u,sendOn:n,send:(e,t)=>_(e,t),ui:t,dismiss:()=>M(),put:s}),{say:m,speech:g,dictate:b,voiceView:$}=function({at:e,desk:t,insert:n,isNote:a,field:l}){let s=st({locale:i,onWords:a=>e.dictated===t.openId&&n(a),onEnd:()=>t.touch("composer")}),o=async n=>{let a=e.voice;if(e.voice=null,t.touch("composer"),requestAnimationFrame(()=>l()?.focus()),!a)return;if(!n)return a.recorder.cancel();let s=await a.recorder.finish();s.duration_ms>600&&t.files.say(s,a.id,a.note)};return{say:async()=>{let n=t.openId;if(!n||e.voice)return;let l={recorder:null,ms:0,id:n,note:a()};l.recorder=await t.files.record(e=>{l.ms=e,t.touch("composer")},()=>o(!0)),l.recorder&&(e.voice=l,t.touch("composer"),requestAnimationFrame(()=>document.getElementById("voice-send")?.focus()))},speech:s,dictate:()=>{e.dictated=t.openId,s.listen(),t.touch("composer")},voiceView:({ms:e})=>K`<div
class="composer-voice"
@keydown=${e=>{"Escape"===e.key&&(e.stopPropagation(),o(!1))}}
>
<span class="voice-dot" aria-hidden="true"></span><span class="voice-time" role="timer">${r("thread.voice_recording",{time:lt(e)})}</span>
<button class="button" type="button" @click=${()=>o(!1)}>${r("thread.voice_cancel")}</button>
<button class="button primary" type="button" id="voice-send" @click=${()=>o(!0)}>${r("thread.send")}</button>
</div>`}}({at:a,desk:e,insert:c,isNote:()=>k(),field:l}),{tray:v,take:w,isNote:k,attach:y,onFiles:x}=function({desk:e,ui:t,field:n}){let a=()=>{let n=e.openId?e.compose.change(e.openId):null;return n?n.note:"note"===t.tab.value},l=t=>e.openId&&e.files.take(t,e.openId,a()),s=function(e,t,n){let a=new Map,l=()=>`${e.openId} ${t()}`,s=()=>a.get(l())??[],i=({address:e})=>e&&URL.revokeObjectURL(e),o=t=>{t.length?a.set(l(),t):a.delete(l()),e.touch("composer")};return{get count(){return s().length},hold(e){let t=10-s().length;e.length>t&&n("too_many_files"),o([...s(),...e.slice(0,t).map(e=>({file:e,address:e.type.startsWith("image/")?URL.createObjectURL(e):null}))])},release(){let e=s();return e.forEach(i),o([]),e.map(e=>e.file)},view:()=>s().length?K`<ul class="composer-tray" aria-label=${r("thread.tray")}>
${s().map(e=>K`<li>
${e.address?K`<img src=${e.address} alt="" />`:p("file",18)}
<span class="tray-name">${e.address?r("common.kind_picture"):e.file.name}</span>
<button
class="icon-button"
type="button"
aria-label=${r("thread.tray_remove",{name:e.address?r("common.kind_picture"):e.file.name})}
@click=${()=>{i(e),o(s().filter(t=>t!==e)),document.getElementById("composer-text")?.focus()}}
>
${p("x",16)}
</button>
</li>`)}
</ul>`:X}}(e,a,t=>e.failed({code:t}));return{tray:s,take:l,isNote:a,attach:()=>{let e=document.createElement("input");Object.assign(e,{type:"file",multiple:!0,hidden:!0}),e.addEventListener("change",()=>{l(e.files??[]),e.remove(),n()?.focus()}),e.addEventListener("cancel",()=>e.remove()),document.body.append(e),e.click()},onFiles:t=>{if(!e.openId)return;if("clipboardData"in t){let e=function(e){let t=[...e?.files??[]];if(!e||!t.length)return[];let n=e.getData("text/plain").split("\n").filter(e=>e.trim()),a=new Set(t.map(e=>e.name));return n.every(e=>a.has((e=>{let t=e.trim().split(/[/\\]/).pop()??"";try{return decodeURIComponent(t)}catch{return t}})(e))||a.has(e.trim()))?t:[]}(t.clipboardData);if(!e.length)return;return t.preventDefault(),void s.hold(e)}let n=t.dataTransfer;n?.types.includes("Files")&&(t.preventDefault(),n.files.length&&l(n.files))}}}({desk:e,ui:t,field:l}),{send:_,dismiss:M,choose:S,save:I,onInput:q}=function({at:e,desk:t,ui:n,grow:a,suggest:l,field:s,tray:i,take:o}){let r=()=>{clearTimeout(e.saving),e.saving=null,t.drafts.flush(),e.saved=!0,t.touch("composer")};return{send:async(r=!1,c="")=>{let d=s(),u=t.openId;if(!d||!u||V(d.value)&&!i.count)return;if(t.compose.change(u))return await t.saveChange(u),void requestAnimationFrame(a);let p=i.release();p.length&&o(p);let h=V(d.value)?null:t.send(d.value,"note"===n.tab.value,{close:r});if(h)return e.complaint=h.code,void t.touch("composer");l.close(),c&&t.act(u,"snooze",{until:c}),d.value="","reply"===n.tab.value&&t.client.typing(u,!1),e.saved=!1,a(),n.phone.value||d.focus()},dismiss:()=>{let e=t.openId;return!(!e||!t.compose.change(e)&&!t.compose.quote(e)||(t.compose.setChange(e,null),t.compose.setQuote(e,null),requestAnimationFrame(a),0))},choose:t=>{n.tab.value=t,e.complaint=null,e.saved=!1,a(),s()?.focus()},save:r,onInput:s=>{let i=t.openId;if(!i)return;let o=s.target.value,c=n.tab.value;e.complaint=null,e.saved=!1;let d=t.compose.change(i);if(d)return t.compose.setChange(i,{...d,text:o}),void a();o.trim()||t.compose.setAnswered(i,null),t.drafts.set(i,c,o),"reply"===c&&t.client.typing(i,""!==o.trim()),clearTimeout(e.saving),e.saving=setTimeout(r,300),l.look(),a()}}}({at:a,desk:e,ui:t,grow:o,suggest:u,field:l,tray:v,take:w}),{toolbar:E,goView:C}=ct({at:a,attach:y,insert:c,suggest:u,mark:d,say:m,speech:g,dictate:b,send:_,tray:v,sendOn:n}),z=ut({ui:t,choose:S});return{attach:y,onFiles:x,field:l,grow:o,send:_,choose:S,flush:I,...pt({desk:e,ui:t,suggest:u,onFiles:x,send:_,tabButton:z,choose:S,dismiss:M,tray:v,onInput:q,onKey:h,at:a,voiceView:$,toolbar:E,hint:()=>{if(a.complaint)return K`<span class="failed" role="alert">${r(`thread.not_taken_${a.complaint}`)}</span>`;let n=e.openId?e.compose.change(e.openId)?.text??e.drafts.get(e.openId,t.tab.value):"",l=(e.client.limits?.text_chars??8e3)-[...n].length;return l<500?K`<span class=${l<0?"failed":""}>${l}</span>`:n&&a.saved?r("thread.draft_saved"):X},goView:C})}}(n,a,()=>a.phone.value?"mod+enter":s.preferences.value.value.send_on),d=vn(n,a,e=>{let t=e.note?"note":"reply",a=String(e.conversation_id),s=n.drafts.get(a,t);n.drafts.set(a,t,[e.content.text,s].filter(Boolean).join("\n")),l.discard(e.client_message_id),c.choose(t)});return{list:o,composer:c,thread:d}}(t,d),{list:h,composer:m,thread:g}=u;kn({app:t,place:c,panes:u,open:d}),function({app:e,root:t,place:n}){let{desk:a,ui:l}=e,s=null;j(()=>{a.ticks.thread.value;let i="inbox"===l.room.value,o=!!a.openId&&l.details.open,r=o&&l.narrow.value,c="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(o),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!o,e.rail.inert=r&&i,i&&(document.body.dataset.alone=String(!!a.openId)),r&&!c?(s=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&c&&(s?.focus(),history.state?.drawer&&history.back())})}({app:t,root:o,place:c}),t.shell.addActions("inbox",function({app:{desk:e,ui:t},root:n,place:a,panes:{list:l,composer:s},open:i}){let o=t=>0===e.selection.size&&(l.aimed?document.activeElement:document.getElementById(t))||a("list-bulk").querySelector(".bulk")||a("list-top").querySelector(".title-button"),r=()=>0===e.selection.size&&l.aimed?[l.aimed]:Ne(e);return ae({desk:e,ui:t,list:l,composer:s,open:i,back:()=>{if("true"===n.dataset.drawer)t.details.set(!1);else{if(l.endChoosing())return;if(document.activeElement?.closest(".composer"))l.focusOpen();else if(e.openId){let t=e.openId;i(null),requestAnimationFrame(()=>l.focusRow(t))}}},perform:(t,n)=>{let a=0===e.selection.size?l.aimed:null,s=a&&a!==e.openId&&l.nextTo(a),i=Ve(e,r(),t,n);return s&&requestAnimationFrame(()=>document.activeElement===document.body&&l.focusRow(s)),i},closeNext:()=>{let[t]=r(),n=l.nextTo(t);Ve(e,[t],"close"),i(n),n&&l.focusRow(n)},assign:()=>Ue(e,o("assign"),r()),snooze:()=>Ke(e,o("snooze"),r()),label:()=>We(e,o("labels"),r())})}({app:t,root:o,place:c,panes:u,open:d})),function({desk:e,ui:t,client:n,shell:a},l){n.on("gone",({conversation_id:t})=>t===e.openId&&l(null)),e.onHeard(e=>{if(!t.sees("inbox")||"message"!==e.type||"visitor"!==e.sender.kind||!e.content)return;let n=document.getElementById("announcer");n&&(n.textContent=D(e.content,"visitor"))}),j(()=>e.holdFor(1e3*a.preferences.value.value.undo_send_s));let s=()=>"visible"===document.visibilityState&&t.sees("inbox");document.addEventListener("visibilitychange",()=>s()&&e.firstSteps.looked()),setInterval(()=>s()&&t.details.open&&e.loadContact(!0),3e4)}(t,d),t.setInbox({open:d,arrived:e=>h.arrived(e),next:()=>{h.step(1),h.focused&&d(h.focused)},showView:e=>{a.phone.value&&d(null),h.showView(e)},flush:m.flush,desk:n});let b=!1,$=!1;return{root:o,title:()=>`${r("rail.inbox")} · ${t.me.shop.name}`,heading:()=>o.querySelector("h1"),address:()=>wn(n.openId),show({inner:e,url:t}){let s=t.searchParams.get("view");"mentions"===s&&(b?h.showView(s):n.list.show(s)),b?$||n.firstSteps.looked():n.start();let i=b&&$;b&&e===n.openId?i&&a.narrow.value&&a.details.set(!1):d(e,!0),b=!0,$=!0,l.view(n.openId),g.markRead()},hide(){$=!1,m.flush(),n.away(),l.view(null),h.rest(),a.narrow.value&&a.details.set(!1),t.rail.inert=!1}}});
